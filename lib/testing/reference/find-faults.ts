import fc from "fast-check";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { checkAnswer } from "./check-answer";
import { type Ask, givenWorld } from "./given-world";
import { schemaCheck } from "./schema-check";
import { someRequest } from "./some-request";

type Asked = { readonly count: number; readonly seed: number };
export type Found = { readonly faults: readonly string[]; readonly statuses: Readonly<Record<string, number>> };

/**
 * Sends random requests to every operation of the OpenAPI document, and returns how an answer differs from the
 * document.
 */
export async function findFaults(document: OpenApi, ask: Ask, { count, seed }: Asked): Promise<Found> {
  const { headersOf, places } = await givenWorld(ask);
  const problemWith = schemaCheck(document);
  const faults = new Map<string, string>();
  const statuses: Record<string, number> = {};
  for (const request of fc.sample(someRequest(document, places), { numRuns: count, seed })) {
    const { method, path, address, type, body, credential } = request;
    const sent = {
      headers: { ...headersOf(credential), ...(type && { "content-type": type }) },
      ...(body !== undefined && { body }),
    };
    const answer = await ask(method, address, sent);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const fault = checkAnswer(request, answer, document, problemWith);
    if (fault)
      faults.set(
        `${method} ${path}`,
        `${method} ${address} as ${credential} with ${body?.slice(0, 600)}: ${fault.slice(0, 900)}`,
      );
  }
  return { faults: [...faults.values()], statuses };
}

/** The number of requests: `usual`, or ANY_REQUESTS. ANY_REQUESTS_SEED repeats a run. */
export function howMany(usual: number): Asked {
  const { ANY_REQUESTS = String(usual), ANY_REQUESTS_SEED = "1" } = process.env;
  return { count: Number(ANY_REQUESTS), seed: Number(ANY_REQUESTS_SEED) };
}
