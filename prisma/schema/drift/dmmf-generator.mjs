import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

// The line-delimited JSON-RPC of a Prisma generator: requests on stdin, answers on stderr.
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method === "generate") writeFileSync(params.generator.output.value, JSON.stringify(params.dmmf.datamodel));
  const result = method === "getManifest" ? { manifest: { prettyName: "data model" } } : null;
  process.stderr.write(`${JSON.stringify({ jsonrpc: "2.0", id, result })}\n`);
}
