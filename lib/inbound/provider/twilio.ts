import { createHash, createHmac } from "node:crypto";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/inbound/provider/identifiers";
import { instantOf, secondsAfter } from "@/lib/inbound/provider/instants";
import { type JsonObject, parseJsonText } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsOf } from "@/lib/inbound/provider/seconds";
import { isSame, matchesAny } from "@/lib/inbound/provider/signature";
import { decodeText, storableText } from "@/lib/inbound/provider/text";
import { scalarText, tokensOf } from "@/lib/inbound/provider/tokens";

const NOT_CONNECTED = new Set(["busy", "failed", "no-answer", "canceled"]);
const NOT_YET_ANSWERED = new Set(["queued", "initiated", "ringing"]);

/**
 * Status and recording callbacks of Twilio Voice. A leg opened by <Dial> names its parent: it is the same call, and its
 * CallDuration is the connected time. `Duration` is minutes rounded up, so it is not used.
 */
export const twilio: Provider = {
  name: "twilio",
  label: "Twilio",
  secretLabel: "Auth token",
  secretHint: "Copy the auth token from the account page of the Twilio Console and paste it here.",
  issuesSecret: true,
  verify,
  parse: (event) => {
    const text = decodeText(event.body);
    if (text === null) return malformed("The body is not UTF-8 text.");
    if (event.method.toUpperCase() === "GET") return parseForm(event, queryOf(event.url));
    if (!event.headers.get("content-type")?.includes("json")) return parseForm(event, new URLSearchParams(text));
    return parseJsonText(text, (payload) => parseForm(event, formOf(payload)));
  },
};

/**
 * X-Twilio-Signature: base64 HMAC-SHA1 with the auth token, over the public URL and the sorted form parameters, or over
 * the URL alone if its bodySHA256 matches the body (twilio.com/docs/usage/security). Like Twilio's libraries, accepts
 * the URL with or without the standard port and counts equal values of a repeated parameter once.
 */
function verify({ headers, url, body }: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const sent = headers.get("x-twilio-signature")?.trim();
  if (!sent) return "missing";
  const bodyHash = queryOf(url).get("bodySHA256");
  if (bodyHash !== null && !isSame(bodyHash.toLowerCase(), createHash("sha256").update(body).digest("hex")))
    return "wrong";
  const signed = bodyHash === null ? sortedParameters(new URLSearchParams(new TextDecoder().decode(body))) : "";
  const matches = addresses(url).filter((address) =>
    matchesAny(secrets, sent, (secret) =>
      createHmac("sha1", secret)
        .update(address + signed)
        .digest("base64"),
    ),
  );
  return matches.length > 0 ? "valid" : "wrong";
}

function sortedParameters(parameters: URLSearchParams): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of parameters) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values.keys()]
    .sort()
    .map((name) =>
      [...(values.get(name) ?? [])]
        .sort()
        .map((value) => name + value)
        .join(""),
    )
    .join("");
}

function addresses(url: string): string[] {
  const parts = /^(https?):\/\/([^/?#:]+)(:\d+)?(.*)$/s.exec(url);
  if (!parts) return [url];
  const [, scheme, host, port, rest] = parts;
  const standard = scheme === "https" ? ":443" : ":80";
  return [url, `${scheme}://${host}${port ? "" : standard}${rest}`];
}

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.split("#")[0]?.split("?").slice(1).join("?") ?? "");
}

function formOf(payload: JsonObject): URLSearchParams {
  return new URLSearchParams(Object.entries(payload).map(([name, value]) => [name, scalarText(value) ?? ""]));
}

function parseForm({ method, url, body, receivedAt }: InboundEvent, form: URLSearchParams): Parsed {
  const query = queryOf(url);
  const callSid = idOf(form.get("CallSid"));
  if (!callSid) return malformed("There is no CallSid.");
  const status = form.get("CallStatus")?.toLowerCase() ?? "";
  const recordingUrl = form.get("RecordingStatus") === "failed" ? undefined : webAddressOf(form.get("RecordingUrl"));
  const facts = factsOf(form, status, receivedAt);
  if (!facts && !recordingUrl)
    return ignored(status ? `status ${storableText(status, 40)}` : "an event without a status");
  return oneCall({
    externalId: idOf(form.get("ParentCallSid")) ?? callSid,
    eventId: `${facts ? status : "recording"}:${callSid}:${digestOf(method.toUpperCase() === "GET" ? url : body)}`,
    uuid: uuidOf(query.get("call_uuid")),
    ...facts,
    sequence: sequenceOf(form, receivedAt),
    recordingUrl,
    tokens: tokensOf(Object.fromEntries([...query].flatMap(([name, value]) => tokenOf(name, value)))),
  });
}

/** The facts in the status of one leg; null if the status reports none. Merging widens the call over its legs. */
function factsOf(form: URLSearchParams, status: string, receivedAt: Date) {
  const at = instantOf(form.get("Timestamp"), receivedAt);
  const isDialled = idOf(form.get("ParentCallSid")) !== undefined;
  const isInbound = !form.get("Direction")?.startsWith("outbound");
  // A dialled leg has the caller ID given to <Dial>, which may not be the caller's.
  const caller = isDialled ? undefined : callerOf(form.get(isInbound ? "From" : "To"));
  if (NOT_YET_ANSWERED.has(status)) return { caller, startedAt: at };
  // Twilio answering an inbound call is not the buyer's answer.
  if (status === "in-progress" || status === "answered")
    return { caller, ...((isDialled || !isInbound) && { answeredAt: at }) };
  if (NOT_CONNECTED.has(status)) return { caller, connectedSeconds: 0, ...(!isDialled && { endedAt: at }) };
  if (status !== "completed") return null;
  const seconds = secondsOf(form.get("CallDuration"));
  const startedAt = secondsAfter(at, seconds === undefined ? undefined : -seconds);
  if (!isDialled) return { caller, startedAt, endedAt: at, durationSeconds: seconds };
  return { startedAt, answeredAt: seconds ? startedAt : undefined, endedAt: at, connectedSeconds: seconds };
}

/** Each leg numbers its events from zero, so the time orders the legs and the number the events of a leg. */
function sequenceOf(form: URLSearchParams, receivedAt: Date): number | undefined {
  const sequence = secondsOf(form.get("SequenceNumber"));
  const at = instantOf(form.get("Timestamp"), receivedAt);
  return at ? at.getTime() + Math.min(sequence ?? 0, 999) : sequence;
}

/** `tokens[zip]=80202` in the callback URL is the token zip. */
function tokenOf(name: string, value: string): [string, string][] {
  const token = /^tokens\[([^\]]+)\]$/.exec(name)?.[1];
  return token === undefined ? [] : [[token, value]];
}
