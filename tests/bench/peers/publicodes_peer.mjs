// Publicodes in process: one engine; the situation set and every rule evaluated each time, as its users do.
// publicodes_peer.mjs FOLDER MODULES    answers "N" with one line of JSON
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, modules] = process.argv.slice(2);
const from = createRequire(pathToFileURL(modules + "/x.js"));
const Engine = from("publicodes").default;
const read = (name) => JSON.parse(readFileSync(folder + "/" + name, "utf8"));
const rules = read("publicodes.json"), situation = read("situation.json");
const engine = new Engine(rules, { logger: { log() {}, warn() {}, error() {} } });
const asked = Object.keys(rules).filter((name) => name.startsWith("r"));
for await (const row of createInterface({ input: process.stdin })) {
  const times = [];
  let granted = 0;
  for (let i = 0; i < Number(row); i++) {
    const start = process.cpuUsage();
    engine.setSituation(situation);
    granted = asked.filter((name) => engine.evaluate(name).nodeValue === true).length;
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1000);
  }
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ median_ms: times[times.length >> 1], granted }));
}
