import { textResponse } from "@/lib/platform/http/text-response";
import { findReadiness } from "./find-readiness";

/** The process answers. Asks nothing else, so that a restart is never the answer to a database that is away. */
export async function serveLive(): Promise<Response> {
  return answer(200, { live: true });
}

/** 503 with the reason while requests would fail: a load balancer sends them to another server. */
export async function serveReady(): Promise<Response> {
  const readiness = await findReadiness();
  return answer(readiness.ready ? 200 : 503, readiness);
}

function answer(status: number, body: object): Response {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return textResponse(`${JSON.stringify(body)}\n`, { status, headers });
}
