import { createHash, createHmac } from "node:crypto";
import { type JsonObject, malformed, withJsonText } from "@/lib/intake/bounded-json";
import type { Reading } from "@/lib/intake/call-report";
import { fitsAny, isSame } from "@/lib/intake/constant-time";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { ignored, oneCall } from "@/lib/intake/one-call";
import { decodeText, keepable } from "@/lib/intake/plain-text";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/intake/told-identity";
import { secondsOf } from "@/lib/intake/told-seconds";
import { instantOf, secondsAfter } from "@/lib/intake/told-time";
import { scalarText, tokensOf } from "@/lib/intake/told-tokens";

const NOT_CONNECTED = new Set(["busy", "failed", "no-answer", "canceled"]);
const NOT_YET_ANSWERED = new Set(["queued", "initiated", "ringing"]);

/**
 * Status and recording callbacks of Twilio Voice. A leg that a <Dial> opened names its parent: it is the same call, and
 * its CallDuration is how long the two were connected. `Duration` is minutes rounded up and never read.
 */
export const twilio: Intake = {
  provider: "twilio",
  label: "Twilio",
  secretLabel: "Auth token",
  secretHint: "Copy the auth token from the account page of the Twilio Console and paste it here.",
  secretFromMaker: true,
  verify,
  read: (delivery) => {
    const text = decodeText(delivery.body);
    if (text === null) return malformed("The body is not UTF-8 text.");
    if (delivery.method.toUpperCase() === "GET") return readForm(delivery, queryOf(delivery.url));
    if (!delivery.header("content-type")?.includes("json")) return readForm(delivery, new URLSearchParams(text));
    return withJsonText(text, (payload) => readForm(delivery, formOf(payload)));
  },
};

/**
 * X-Twilio-Signature: base64 HMAC-SHA1, keyed by the auth token, over the public address and the sorted form parameters,
 * or over the address alone where its bodySHA256 vouches for the body (twilio.com/docs/usage/security). Twilio signs with
 * or without the standard port, and a parameter told twice counts once a value, as its own libraries do it.
 */
function verify({ header, url, body }: Delivery, secrets: readonly string[]): SignatureCheck {
  const given = header("x-twilio-signature")?.trim();
  if (!given) return "missing";
  const bodyHash = queryOf(url).get("bodySHA256");
  if (bodyHash !== null && !isSame(bodyHash.toLowerCase(), createHash("sha256").update(body).digest("hex")))
    return "wrong";
  const signed = bodyHash === null ? sortedParameters(new URLSearchParams(new TextDecoder().decode(body))) : "";
  const fits = addresses(url).filter((address) =>
    fitsAny(secrets, given, (secret) =>
      createHmac("sha1", secret)
        .update(address + signed)
        .digest("base64"),
    ),
  );
  return fits.length > 0 ? "valid" : "wrong";
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

function readForm({ method, url, body, receivedAt }: Delivery, form: URLSearchParams): Reading {
  const query = queryOf(url);
  const callSid = idOf(form.get("CallSid"));
  if (!callSid) return malformed("There is no CallSid.");
  const status = form.get("CallStatus")?.toLowerCase() ?? "";
  const recordingUrl = form.get("RecordingStatus") === "failed" ? undefined : webAddressOf(form.get("RecordingUrl"));
  const facts = factsOf(form, status, receivedAt);
  if (!facts && !recordingUrl) return ignored(status ? `status ${keepable(status, 40)}` : "an event without a status");
  return oneCall({
    externalId: `twilio:${idOf(form.get("ParentCallSid")) ?? callSid}`,
    eventId: `${facts ? status : "recording"}:${callSid}:${digestOf(method.toUpperCase() === "GET" ? url : body)}`,
    uuid: uuidOf(query.get("call_uuid")),
    ...facts,
    order: orderOf(form, receivedAt),
    recordingUrl,
    tokens: tokensOf(Object.fromEntries([...query].flatMap(([name, value]) => tokenOf(name, value)))),
  });
}

/** What the status of a leg says; the start and end of the call are the earliest and the latest that any leg tells. */
function factsOf(form: URLSearchParams, status: string, receivedAt: Date) {
  const at = instantOf(form.get("Timestamp"), receivedAt);
  const isDialled = idOf(form.get("ParentCallSid")) !== undefined;
  const isInbound = !form.get("Direction")?.startsWith("outbound");
  // A dialled leg shows whatever caller ID the <Dial> was given.
  const caller = isDialled ? undefined : callerOf(form.get(isInbound ? "From" : "To"));
  if (NOT_YET_ANSWERED.has(status)) return { caller, startedAt: at };
  // Twilio picking up an inbound call is not the buyer's answer.
  if (status === "in-progress" || status === "answered")
    return { caller, ...((isDialled || !isInbound) && { answeredAt: at }) };
  if (NOT_CONNECTED.has(status)) return { caller, connectedSeconds: 0, ...(!isDialled && { endedAt: at }) };
  if (status !== "completed") return null;
  const seconds = secondsOf(form.get("CallDuration"));
  const startedAt = secondsAfter(at, seconds === undefined ? undefined : -seconds);
  if (!isDialled) return { caller, startedAt, endedAt: at, durationSeconds: seconds };
  return { startedAt, answeredAt: seconds ? startedAt : undefined, endedAt: at, connectedSeconds: seconds };
}

/** Every leg counts its own events from zero, so they are ordered by their second first. */
function orderOf(form: URLSearchParams, receivedAt: Date): number | undefined {
  const sequence = secondsOf(form.get("SequenceNumber"));
  const at = instantOf(form.get("Timestamp"), receivedAt);
  return at ? at.getTime() + Math.min(sequence ?? 0, 999) : sequence;
}

/** `tokens[zip]=80202` in the callback's address is the token zip. */
function tokenOf(name: string, value: string): [string, string][] {
  const token = /^tokens\[([^\]]+)\]$/.exec(name)?.[1];
  return token === undefined ? [] : [[token, value]];
}
