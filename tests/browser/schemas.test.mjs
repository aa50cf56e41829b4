// Every answer the HTTP tests received (api_answers.jsonl, one exchange a line) against /openapi.json: its status and media
// type must be described there and its body must fit the schema. Examples of the document are checked in the same way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";

const document = JSON.parse(readFileSync(process.env.KTO_OPENAPI, "utf8"));
const exchanges = readFileSync(process.env.KTO_API_ANSWERS, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addSchema(document, "openapi");

const resolve = (value) =>
  value?.$ref ? value.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/")], document) : value;

// "/api/v1/units/IT-ES?as_of=…" → "/api/v1/units/{code}"
function pathOf(target) {
  const path = target.split("?")[0];
  if (document.paths[path]) return path;
  return Object.keys(document.paths).find((pattern) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
}

const compiled = new Map(); // by text: an export alone has thousands of lines
function compile(text) {
  if (!compiled.has(text)) compiled.set(text, ajv.compile(JSON.parse(text)));
  return compiled.get(text);
}

function faultsOf(schema, value) {
  // Schemas refer to the document by "#/…", so they are compiled as parts of it.
  const validate = compile(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

// JSON fits its schema; of JSON Lines every line does; other text is text.
function bodyFaults(media, type, body) {
  if (type.startsWith("application/x-ndjson")) {
    const lines = body.split("\n").filter(Boolean);
    return lines.flatMap((line) => faultsOf(media["x-line-schema"] ?? media.schema, JSON.parse(line)));
  }
  return faultsOf(media.schema, type.includes("json") ? JSON.parse(body) : body);
}

test("every answer of the HTTP tests is as described", () => {
  const met = new Set();
  for (const { method, target, status, type, body } of exchanges) {
    const path = pathOf(target);
    if (!path) continue; // a page, or an address that is not described
    if (status === 405 && !document.paths[path][method]) continue; // a method that the document does not give the path
    const response = resolve(document.paths[path][method]?.responses[status]);
    assert.ok(response, `${target}: ${status} is not described`);
    met.add(`${method} ${path} ${status}`);
    if (!response.content) continue; // no body
    const media = response.content[type.split(";")[0]];
    assert.ok(media, `${target}: ${status} as ${type} is not described`);
    assert.deepEqual(bodyFaults(media, type, body), [], target);
  }
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const good = Object.keys(responses).find((status) => status.startsWith("2"));
      for (const status of [good, "400"])
        assert.ok(met.has(`${method} ${path} ${status}`), `the HTTP tests never got ${status} from ${method} ${path}`);
    }
  }
  assert.ok(met.has("get /api/v1/units/{code} 404"));
});

test("the examples of the document fit its schemas", () => {
  let checked = 0;
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (node.schema && node.example !== undefined) {
      assert.deepEqual(faultsOf(node.schema, node.example), []);
      checked += 1;
    }
    if (node.schema && node.examples && !Array.isArray(node.examples)) {
      for (const { value } of Object.values(node.examples)) assert.deepEqual(faultsOf(node.schema, value), []);
    }
    Object.values(node).forEach(walk);
  };
  walk(document);
  assert.ok(checked >= 5, `${checked} examples`);
});

test("a wrong answer would be noticed", () => {
  const answer = JSON.parse(exchanges.find(({ target, status }) => target.startsWith("/api/v1/who") && status === 200).body);
  const schema = { $ref: "#/components/schemas/WhoAnswer" };
  assert.deepEqual(faultsOf(schema, answer), []);
  assert.notDeepEqual(faultsOf(schema, { ...answer, status: "maybe" }), []);
  assert.notDeepEqual(faultsOf(schema, { ...answer, extra: 1 }), []);
  const { freshness, ...without } = answer;
  assert.notDeepEqual(faultsOf(schema, without), []);
});
