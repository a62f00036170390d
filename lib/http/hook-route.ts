import type { NextRequest } from "next/server";
import { systemClock } from "@/lib/config/clock";
import { BuyerPost, BuyerPostAnswer } from "@/lib/contracts/hooks";
import { NotFound } from "@/lib/domain/errors";
import { type Arrived, openHook, receivePost } from "@/lib/services/hooks/receive-post";
import { answer } from "./answer";
import { answerRequest } from "./answer-request";
import { readParameters } from "./read-parameters";
import { queryOf, receive } from "./receive";
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

function handler(
  request: NextRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  return answerRequest(request.method, declaration.path, async (speaksAs) => {
    const { hook_key: key = "" } = await params;
    const hook = await openHook(key, systemClock);
    if (!hook) throw new NotFound("There is no buyer at this address.");
    speaksAs(hook.ctx);
    return answer({}, await receivePost(hook.ctx, hook.opened, deliveryOf(request)));
  });
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
