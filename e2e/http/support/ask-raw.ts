import { connect } from "node:net";
import { baseUrl } from "./demo";

/** Sends a raw request that no HTTP client would send. Resolves to the status and the body. */
export function askRaw(requestLine: string, headers: Readonly<Record<string, string>> = {}, body = "") {
  const { hostname, port, host } = new URL(baseUrl);
  const lines = Object.entries({ Host: host, Connection: "close", ...headers });
  const request = `${requestLine}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const socket = connect(Number(port || 80), hostname, () => socket.write(request));
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = answer.split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(head)?.[1]), text: rest.join("\r\n\r\n") });
    });
  });
}
