import path from "node:path";

/** @typedef {{ company: string | { name: string }, users: { role: string, email: string, password: string }[], secure_token: string, sample_calls: { uuid: string }[] }} Demo */

/**
 * The text a person reads when the server is up. Secrets of the demo are for a terminal only: elsewhere the text is kept.
 * @param {{ url: string, demo: Demo | null, dataDir: string, isTerminal: boolean }} what
 */
export function welcome({ url, demo, dataDir, isTerminal }) {
  const lines = ["", `Callmark is running at ${url}`, ""];
  if (demo && isTerminal) lines.push(...logIns(demo), "", ...firstConversion(url, demo), "");
  if (demo && !isTerminal)
    lines.push(`The demo's log-ins, secure token and calls are in ${path.join(dataDir, "demo.json")}.`, "");
  lines.push(`Data is kept in ${dataDir}. Ctrl-C stops everything.`, "");
  return lines.join("\n");
}

/** @param {Demo} demo */
function logIns({ company, users }) {
  const name = typeof company === "string" ? company : company?.name;
  const width = Math.max(...users.map(({ email }) => email.length));
  const roleWidth = Math.max(...users.map(({ role }) => role.length));
  const rows = users.map(
    ({ role, email, password }) => `  ${role.padEnd(roleWidth)}  ${email.padEnd(width)}  ${password}`,
  );
  return [`Sign in to the demo company${name ? `, ${name},` : ""} as:`, ...rows];
}

/**
 * @param {string} url
 * @param {Demo} demo
 */
function firstConversion(url, { secure_token, sample_calls }) {
  const call = sample_calls?.[0];
  if (!call) return [];
  const path = `/api/v1/secure/${secure_token}/calls/${call.uuid}`;
  return [
    "Mark a call as converted, as a buyer's system does:",
    `  curl -X PUT "${url}${path}?buyer_converted=true&revenue=10"`,
  ];
}
