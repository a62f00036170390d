import type { NextRequest } from "next/server";
import { BuyerPost, BuyerPostAnswer } from "@/lib/contracts/hooks";
import { NotFound } from "@/lib/domain/errors";
import type { Context } from "@/lib/services/context";
import { type Arrived, openHook, receivePost } from "@/lib/services/hooks/receive-post";
import { answer } from "./answer";
import { problemOf, problemResponse } from "./problem";
import { readParameters } from "./read-parameters";
import { queryOf, receive } from "./receive";
import { recordRequest } from "./record-request";
import type { Route } from "./route";

const declaration = {
  path: "/hooks/buyers/{hook_key}",
  summary: "A buyer says at its own address how a call went",
  doors: [],
  input: BuyerPost,
  output: BuyerPostAnswer,
  handle: () => Promise.reject(new Error("posts are read by the settings of their address")),
} as const;

/** The address of a buyer: the key in it says who posts, and what is signed is the body as it came. */
export const hookRoute: Route<typeof BuyerPost, typeof BuyerPostAnswer> = Object.assign(handler, { declaration });

async function handler(
  request: NextRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  const began = performance.now();
  const requestId = crypto.randomUUID();
  let ctx: Context | undefined;
  let response: Response;
  try {
    const { hook_key: key = "" } = await params;
    const hook = await openHook(key, () => new Date());
    if (!hook) throw new NotFound("There is no buyer at this address.");
    ctx = hook.ctx;
    response = answer({}, await receivePost(hook.ctx, hook.opened, deliveryOf(request)));
  } catch (reason) {
    const problem = problemOf(reason, requestId);
    response = problemResponse(problem);
    if (problem.status === 500) recordRequest.failure(declaration.path, requestId, reason);
  }
  recordRequest(request.method, declaration.path, response.status, performance.now() - began, requestId, ctx);
  return response;
}

function deliveryOf(request: Request) {
  return {
    headers: request.headers,
    query: queryOf(request),
    receive: () => receive(request),
    parameters: hookParameters,
  };
}

/**
 * As the secure routes read them; a body whose kind is not told is taken for what it looks like. One that looks like JSON
 * is JSON whatever is told: no signature vouches for what is told, and read as a form its texts could say anything.
 */
export function hookParameters({ query, contentType, body }: Arrived, names: ReadonlySet<string> = new Set()) {
  const told = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const like = looksLike(body);
  const type = like === "application/json" || !isReadable(told) ? like : told;
  const received = { query, type, contentType: type === told ? contentType : type, body: new Uint8Array(body) };
  return readParameters(received, { forgiving: new Set([...Object.keys(BuyerPost.shape), ...names]) });
}

function isReadable(type: string): boolean {
  return /^(application\/json|.+\+json|application\/x-www-form-urlencoded|multipart\/form-data)$/.test(type);
}

function looksLike(body: Uint8Array): string {
  const beginning = new TextDecoder().decode(body.subarray(0, 64)).trimStart();
  if (beginning.startsWith("{")) return "application/json";
  return /^[\w.[\]%-]+=/.test(beginning) ? "application/x-www-form-urlencoded" : "text/plain";
}
