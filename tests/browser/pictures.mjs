// The pictures of README.md, from the running product: script/screenshot
//   tests/browser/run DAEMON INDEX --pictures FOLDER
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

// What is shown of each page: its top, as high as said, in CSS pixels.
const kPictures = {
  search: ["/?q=kto+administruje+poczt%C4%85&as_of=2024-06-01", 760],
  structure: ["/jednostki?as_of=2024-06-01", 760],
  provision: ["/przepisy/lublin-par12-pkt2-20231115", 680],
};

const [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
for (const [name, [path, height]] of Object.entries(kPictures)) {
  const { page, context } = await openPage(browser, daemon.address, { viewport: { width: 960, height }, colorScheme: "light" });
  const answer = await page.goto(daemon.address + path, { waitUntil: "networkidle" });
  if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
  const session = await context.newCDPSession(page);
  // A quarter of the bytes of a PNG; letters stay sharp from 60 on.
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 65 });
  writeFileSync(join(process.env.KTO_PICTURES, `${name}.webp`), Buffer.from(data, "base64"));
  await context.close();
}
await browser.close();
await daemon.stop();
