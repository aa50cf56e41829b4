// Measures the pages as a phone has them: requests and bytes of a first view, and the time from asking to the first
// answer on the screen with a processor four times slower. Printed as a table; nothing is judged.
//   tests/browser/run DAEMON INDEX --measure
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

const kRuns = 7; // the middle one is told
const kPages = {
  "empty form": ["/", "#q"],
  "one answer": ["/?q=kto+administruje+poczt%C4%85&as_of=2024-06-01", ".card"],
  ambiguous: ["/?q=przekazywanie+dokument%C3%B3w+do+archiwum&as_of=2024-06-01", ".card"],
  "no answer": ["/?q=jak+zarejestrowa%C4%87+samoch%C3%B3d&as_of=2024-06-01", "#wynik"],
  structure: ["/jednostki?as_of=2024-06-01", ".tree"],
  unit: ["/jednostki/IT-ES?as_of=2024-06-01", ".tasks"],
  wording: ["/przepisy/lublin-par16-ust1-pkt8-20231115", ".wording"],
  act: ["/akty/zarzadzenie-19-11-2023", ".operations"],
  changes: ["/zmiany", "#wynik"],
  letter: ["/korespondencja", "#text"],
  "open data": ["/dane", "h1"],
  statement: ["/dostepnosc", "h1"],
};

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// One view in a context of its own, so that nothing is kept from the one before.
async function view(browser, address, path, sign) {
  const { page, context } = await openPage(browser, address, { viewport: { width: 390, height: 844 } });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.enable");
  let bytes = 0, requests = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength, ++requests));
  const begin = performance.now();
  await page.goto(address + path, { waitUntil: "commit" });
  await page.locator(sign).first().waitFor();
  const shown = performance.now() - begin;
  await page.waitForLoadState("networkidle");
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN);
  await context.close();
  return { bytes, requests, shown, paint };
}

const [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
await view(browser, daemon.address, "/", "#q"); // the browser's own first steps are not the page's
console.log("page                requests   bytes  first paint, ms  answer on the screen, ms (CPU 4x slower, middle of " + kRuns + ")");
for (const [name, [path, sign]] of Object.entries(kPages)) {
  const views = [];
  for (let run = 0; run < kRuns; ++run) views.push(await view(browser, daemon.address, path, sign));
  const of = (what) => String(Math.round(middle(views.map((one) => one[what]))));
  console.log(name.padEnd(20) + of("requests").padStart(8) + of("bytes").padStart(8) + of("paint").padStart(17) + of("shown").padStart(26));
}
await browser.close();
await daemon.stop();
