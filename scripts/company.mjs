import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { runProgram } from "./setup/program.mjs";

const USAGE = `npm run company -- create [--name NAME] [--currency USD] [--time-zone America/Denver]
  [--owner-name NAME] [--owner-email ADDRESS]
npm run company -- code

create: creates a company and its owner. Asks for what is missing. Without a terminal, the password is read from
OWNER_PASSWORD.
code: shows the code that creates the first company in the browser.`;

const options = /** @type {const} */ ({
  name: { type: "string" },
  currency: { type: "string" },
  "time-zone": { type: "string" },
  "owner-name": { type: "string" },
  "owner-email": { type: "string" },
});
const { values, positionals } = parseArgs({ allowPositionals: true, options });

const command = positionals.join(" ");
if (command !== "create" && command !== "code") {
  console.error(USAGE);
  process.exit(1);
}

const QUESTIONS = /** @type {const} */ ([
  ["name", "Company name", ""],
  ["currency", "Currency", "USD"],
  ["time-zone", "Time zone", Intl.DateTimeFormat().resolvedOptions().timeZone],
  ["owner-name", "Your name", ""],
  ["owner-email", "Your email", ""],
]);

if (command === "create") process.env.NEW_COMPANY = JSON.stringify(await answers());
process.argv.splice(2);
await runProgram("scripts/company.ts");

async function answers() {
  /** @type {Record<string, string>} */
  const answered = {};
  for (const [option, question, usual] of QUESTIONS) {
    answered[option.replaceAll("-", "_")] = values[option] ?? (stdin.isTTY ? await ask(question, usual) : usual);
  }
  answered.owner_password = process.env.OWNER_PASSWORD ?? (stdin.isTTY ? await askInSecret("Your password") : "");
  return answered;
}

/**
 * @param {string} question
 * @param {string} usual
 */
async function ask(question, usual) {
  const terminal = createInterface({ input: stdin, output: stdout });
  const answer = await terminal.question(usual ? `${question} [${usual}]: ` : `${question}: `);
  terminal.close();
  return answer.trim() || usual;
}

/**
 * Does not show what is typed.
 * @param {string} question
 */
async function askInSecret(question) {
  stdout.write(`${question} (at least 12 characters): `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: silent, terminal: true });
  const answer = await terminal.question("");
  terminal.close();
  stdout.write("\n");
  return answer;
}
