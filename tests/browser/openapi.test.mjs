// /openapi.json against the schema of OpenAPI 3.1 itself, by a validator that is not ours; and what it promises of every
// route at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";

const document = JSON.parse(readFileSync(process.env.KTO_OPENAPI, "utf8"));

test("the document is OpenAPI 3.1", async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  assert.deepEqual(result.errors ?? [], []);
  assert.ok(result.valid);
  assert.equal(validator.version, "3.1");
  assert.doesNotThrow(() => validator.resolveRefs());
});

test("a mistake in it would be noticed", async () => {
  const broken = structuredClone(document);
  broken.paths["/api/v1/who"].get.responses["200"].content = [];
  assert.equal((await new Validator().validate(broken)).valid, false);
});

test("operations have names of their own, and say what is wrong and what is known already", () => {
  const names = new Set();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      assert.ok(operation.operationId, `${method} ${path} has no operationId`);
      assert.ok(!names.has(operation.operationId), `${operation.operationId} twice`);
      names.add(operation.operationId);
      assert.ok(operation.summary, `${path} has no summary`);
      assert.ok(operation.responses["400"], `${path} does not describe 400`);
      if (method === "get" && !operation.security) assert.ok(operation.responses["304"], `${path} does not describe 304`);
    }
  }
});

test("every component is used", () => {
  const text = JSON.stringify(document);
  for (const [kind, components] of Object.entries(document.components)) {
    if (kind === "securitySchemes") continue;
    for (const name of Object.keys(components)) {
      assert.ok(text.includes(`"#/components/${kind}/${name}"`), `${kind}/${name} is used nowhere`);
    }
  }
});
