import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, idOf, uuidOf } from "@/lib/inbound/provider/identifiers";
import { epochOf } from "@/lib/inbound/provider/instants";
import { type JsonObject, listAt, objectAt, parseJsonText, valueAt } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsOf } from "@/lib/inbound/provider/seconds";
import { credentialsOf, matchesAny } from "@/lib/inbound/provider/signature";
import { decodeText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";

/** SIP headers among the variables: they carry our uuid and tokens. */
const CARRIED = /^sip_h_x-ph-(.+)$/i;

/** Call records of FreeSWITCH's mod_json_cdr. All variables are text. */
export const freeswitch: Provider = {
  name: "freeswitch",
  label: "FreeSWITCH",
  secretLabel: "Password",
  secretHint: "Set cred to callmark:<this password> in the configuration of mod_json_cdr (json_cdr.conf.xml).",
  issuesSecret: false,
  verify,
  parse: ({ headers, body, receivedAt }) => {
    const text = decodeText(body);
    if (text === null) return malformed("The body is not UTF-8 text.");
    const json = recordText(text, headers.get("content-type") ?? "");
    return parseJsonText(json, (record) => parseRecord(record, receivedAt));
  },
};

/**
 * mod_json_cdr signs nothing; it sends its `cred`, user:password, as HTTP Basic (FreeSWITCH documentation,
 * mod_json_cdr).
 */
function verify(event: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const credentials = credentialsOf(event, "Basic");
  if (credentials === null) return "missing";
  const [, ...password] = Buffer.from(credentials, "base64").toString("utf8").split(":");
  return matchesAny(secrets, password.join(":"), (secret) => secret) ? "valid" : "wrong";
}

/** Raw JSON, or the form field `cdr`, URL-encoded or base64 by its `encode` setting. */
function recordText(text: string, contentType: string): string {
  if (!text.startsWith("cdr=")) return text;
  if (!contentType.includes("base64")) return new URLSearchParams(text).get("cdr") ?? "";
  return Buffer.from(decoded(text.slice("cdr=".length)), "base64").toString("utf8");
}

function parseRecord(record: JsonObject, receivedAt: Date): Parsed {
  const variables = decodedVariables(objectAt(record, "variables"));
  const uuid = idOf(variables.uuid);
  if (!uuid) return malformed("There is no variables.uuid.");
  // The leg to the destination has its own record; the caller's leg covers the whole call.
  if (variables.originator || variables.originating_leg_uuid) return ignored("the leg to the destination");
  const carried = Object.entries(variables).flatMap(([name, value]) => carriedBy(name, value));
  const [, carriedUuid] = carried.find(([name]) => name.toLowerCase() === "td_uuid") ?? [];
  return oneCall({
    externalId: uuid,
    eventId: `cdr:${uuid}`,
    uuid: uuidOf(carriedUuid),
    caller: callerOf(variables.caller_id_number ?? callerInFlow(record)),
    ...timesOf(variables, receivedAt),
    tokens: tokensOf(
      { hangup_cause: variables.hangup_cause },
      Object.fromEntries(carried.filter(([name]) => name.toLowerCase() !== "td_uuid")),
    ),
  });
}

/**
 * `answer_epoch` "0" means never answered. `billsec` counts from the first answer; if a menu answered before the
 * bridge, the bridge is the buyer's answer.
 */
function timesOf(variables: Readonly<Record<string, string>>, receivedAt: Date) {
  const at = (name: string) => epochOf(leadingDigits(variables[name]), "seconds", receivedAt);
  const answeredAt = at("answer_epoch");
  const bridgedAt = at("bridge_epoch");
  const waited = answeredAt && bridgedAt ? Math.max(0, (bridgedAt.getTime() - answeredAt.getTime()) / 1000) : 0;
  const billed = secondsOf(leadingDigits(variables.billsec));
  return {
    startedAt: at("start_epoch"),
    answeredAt: waited > 0 ? bridgedAt : answeredAt,
    endedAt: at("end_epoch"),
    durationSeconds: secondsOf(leadingDigits(variables.duration)),
    connectedSeconds: leadingDigits(variables.answer_epoch) === "0" ? 0 : billed && Math.max(0, billed - waited),
  };
}

/** FreeSWITCH sometimes writes "123ss". */
function leadingDigits(text: string | undefined): string | undefined {
  return /^\d+/.exec(text ?? "")?.[0];
}

function carriedBy(name: string, value: string): [string, string][] {
  const token = CARRIED.exec(name)?.[1];
  return token === undefined ? [] : [[token, value]];
}

function callerInFlow(record: JsonObject): string | undefined {
  const callerId = valueAt(listAt(record, "callflow")[0], "caller_profile", "caller_id_number");
  return typeof callerId === "string" ? decoded(callerId) : undefined;
}

/** Values are URL-encoded if `encode-values` is on, which the record does not show. */
function decodedVariables(variables: JsonObject): Record<string, string> {
  const texts = Object.entries(variables).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.map(([name, value]) => [name, decoded(value)]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
