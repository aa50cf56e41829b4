// The linked data of the daemon as a processor of RDF understands it: the export as JSON-LD (W3C ORG, CPOV, ELI) and the
// description of the data set (DCAT-AP). Nothing is fetched: a context that is not in the document is a fault.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import jsonld from "jsonld";
import { Parser } from "n3";
import { startDaemon } from "./daemon.mjs";

const kPrefixes = {
  org: "http://www.w3.org/ns/org#",
  cv: "http://data.europa.eu/m8g/",
  eli: "http://data.europa.eu/eli/ontology#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dct: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

// What the specifications of the vocabularies say of the terms used here: a class, or what a property leads to.
const kTerms = {
  class: `org:FormalOrganization org:OrganizationalUnit cv:PublicOrganisation eli:LegalResource
    eli:LegalResourceSubdivision skos:Concept foaf:Agent dcat:Catalog dcat:Dataset dcat:Distribution dcat:DataService
    dct:RightsStatement dct:PeriodOfTime`,
  thing: `rdf:type org:subOrganizationOf org:unitOf org:purpose eli:type_document eli:passed_by eli:is_part_of
    dct:publisher dct:language dct:accessRights dct:format dct:license dct:rights dct:temporal dcat:dataset dcat:service
    dcat:distribution dcat:theme dcat:landingPage dcat:accessURL dcat:downloadURL dcat:mediaType dcat:endpointURL
    dcat:endpointDescription dcat:servesDataset`,
  polish: `skos:prefLabel schema:additionalType dct:title dct:description foaf:name rdfs:label dcat:keyword`,
  text: `org:identifier eli:number schema:roleName dct:identifier`,
  day: `schema:foundingDate schema:dissolutionDate eli:date_document eli:first_date_entry_in_force
    eli:date_no_longer_in_force dct:modified dcat:startDate`,
};

const whole = (term) => term.replace(/^(\w+):/, (_, prefix) => kPrefixes[prefix]);
const kinds = new Map();
for (const [kind, terms] of Object.entries(kTerms)) for (const term of terms.split(/\s+/)) kinds.set(whole(term), kind);

const kType = whole("rdf:type");
let daemon;
before(async () => void (daemon = await startDaemon()));
after(() => daemon.stop());

const get = async (target) => (await fetch(daemon.address + target)).text();

async function quadsOf(document) {
  const nowhere = (address) => {
    throw new Error(`${address} would be fetched`);
  };
  // safe: what would be left out in silence (an unknown term, an address that is none) is an error.
  const lines = await jsonld.toRDF(document, { format: "application/n-quads", documentLoader: nowhere, safe: true });
  return new Parser({ format: "N-Quads" }).parse(lines);
}

// What a document says, counted without a processor: a statement for each type and each value, those inside included.
function statementsOf(node) {
  let count = 0;
  for (const [name, value] of Object.entries(node)) {
    if (["@context", "@id", "@language", "@value"].includes(name)) continue;
    for (const one of [value].flat()) {
      const inside = name !== "@type" && one !== null && typeof one === "object" && !("@value" in one);
      count += 1 + (inside ? statementsOf(one) : 0);
    }
  }
  return count;
}

function faultOf({ subject, predicate, object }) {
  const kind = kinds.get(predicate.value);
  if (!kind || kind === "class") return `${predicate.value} is no property of these vocabularies`;
  for (const { termType, value } of [subject, predicate, object])
    if (termType === "NamedNode" && !URL.canParse(value)) return `${value} is no address`;
  if (predicate.value === kType) return kinds.get(object.value) === "class" ? "" : `${object.value} is no class`;
  if (kind === "thing") return object.termType === "Literal" ? `${predicate.value} wants a thing, not words` : "";
  if (object.termType !== "Literal") return `${predicate.value} wants words`;
  if (kind === "day" && !(object.datatype.value === whole("xsd:date") && /^\d{4}-\d\d-\d\d$/.test(object.value)))
    return `${predicate.value} wants a day: ${object.value}`;
  return kind === "polish" && object.language !== "pl" ? `${predicate.value} wants Polish words` : "";
}

const faultsOf = (quads) => [...new Set(quads.map(faultOf).filter(Boolean))];
const of = (quads, type) => quads.filter((quad) => quad.predicate.value === kType && quad.object.value === whole(type));

test("the export as linked data: every statement arrives, in terms that its vocabularies have", async () => {
  for (const day of ["", "&as_of=2024-06-01"]) {
    const document = JSON.parse(await get(`/api/v1/export?format=jsonld${day}`));
    const quads = await quadsOf(document);
    assert.equal(quads.length, document["@graph"].reduce((sum, node) => sum + statementsOf(node), 0));
    assert.deepEqual(faultsOf(quads), []);
    const rows = (await get(`/api/v1/export?format=jsonl${day}`)).split("\n").filter(Boolean).map((row) => JSON.parse(row));
    const tasks = rows.filter((row) => !row.type);
    assert.equal(of(quads, "eli:LegalResourceSubdivision").length, tasks.length);
    assert.equal(of(quads, "eli:LegalResource").length, rows.filter((row) => row.type === "act").length);
    assert.equal(of(quads, "cv:PublicOrganisation").length, rows.filter((row) => row.type === "office").length);
    const held = quads.filter((quad) => quad.predicate.value === whole("org:purpose"));
    assert.equal(held.length, tasks.filter((task) => task.unit).length);
  }
});

// Not so of units: a task or a part may be of one that no act lists.
test("acts and offices that are linked to are described", async () => {
  const quads = await quadsOf(JSON.parse(await get("/api/v1/export?format=jsonld")));
  const described = new Set(quads.filter((quad) => quad.predicate.value === kType).map((quad) => quad.subject.value));
  for (const property of ["eli:is_part_of", "org:unitOf"])
    for (const { predicate, object } of quads)
      if (predicate.value === whole(property)) assert.ok(described.has(object.value), `${property} ${object.value}`);
});

test("the description of the data set has what DCAT-AP 3 asks for", async () => {
  const document = JSON.parse(await get("/dcat.jsonld"));
  const quads = await quadsOf(document);
  assert.equal(quads.length, statementsOf(document));
  assert.deepEqual(faultsOf(quads), []);
  const mandatory = {
    "dcat:Catalog": ["dct:title", "dct:description", "dct:publisher"],
    "dcat:Dataset": ["dct:title", "dct:description"],
    "dcat:Distribution": ["dcat:accessURL"],
    "dcat:DataService": ["dct:title", "dcat:endpointURL"],
    "foaf:Agent": ["foaf:name"],
  };
  for (const [type, properties] of Object.entries(mandatory)) {
    const things = of(quads, type);
    assert.ok(things.length > 0, type);
    for (const { subject } of things)
      for (const property of properties)
        assert.ok(
          quads.some((quad) => quad.subject.equals(subject) && quad.predicate.value === whole(property)),
          `${type} ${subject.value} has no ${property}`,
        );
  }
});

test("a mistake would be noticed", async () => {
  const document = JSON.parse(await get("/dcat.jsonld"));
  await assert.rejects(quadsOf({ ...document, unheard: "of" }));
  await assert.rejects(quadsOf({ ...document, "@context": "https://example.org/context" }));
  assert.notDeepEqual(faultsOf(await quadsOf({ ...document, "dct:publisher": "Urząd" })), []);
  assert.notDeepEqual(faultsOf(await quadsOf({ ...document, "dcat:publisher": { "@id": "urn:a:b" } })), []);
});
