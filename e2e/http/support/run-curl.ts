import { type Answer, ask } from "./ask";

/** Runs a curl command with the options that the reference uses: -X, -H, -u, -d, and -o, whose file is not written. */
export function runCurl(line: string): Promise<Answer> {
  const [program, ...words] = wordsOf(line.replaceAll("\\\n", " "));
  if (program !== "curl") throw new Error(`no curl: ${line}`);
  const headers: Record<string, string> = {};
  let [method, address, body] = ["GET", "", undefined as string | undefined];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "-X") method = words.shift() ?? "";
    else if (word === "-o") words.shift();
    else if (word === "-d") body = words.shift();
    else if (word === "-u") headers.authorization = `Basic ${Buffer.from(words.shift() ?? "").toString("base64")}`;
    else if (word === "-H") {
      const [name = "", ...value] = (words.shift() ?? "").split(": ");
      headers[name.toLowerCase()] = value.join(": ");
    } else address = word;
  }
  const { pathname, search } = new URL(address);
  return ask(method, pathname + search, { headers, ...(body === undefined ? {} : { body }) });
}

/** Splits words as a shell does. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
