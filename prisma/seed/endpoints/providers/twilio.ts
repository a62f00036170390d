import { createHmac } from "node:crypto";
import { type CarriedCall, endOf, type Provider, type ProviderEvent, secondsAfter } from "./carried-call";

/** Status callbacks of the caller's leg and the dialled leg; tokens are in the URL. */
export const twilio: Provider = (call) => {
  const { id, startedAt, ringingSeconds, connectedSeconds } = call;
  const [parent, child] = [`CA${id}`, `CA${[...id].reverse().join("")}`];
  const ended = endOf(call);
  const leg = { AccountSid: `AC${"0".repeat(32)}`, From: call.caller ?? "anonymous", To: "+15555550100" };
  const status = connectedSeconds === null ? "no-answer" : "completed";
  return [
    event(call, startedAt, {
      ...leg,
      CallSid: parent,
      CallStatus: "ringing",
      Direction: "inbound",
      SequenceNumber: "0",
    }),
    event(call, ended, {
      ...leg,
      CallSid: child,
      ParentCallSid: parent,
      CallStatus: status,
      CallDuration: String(connectedSeconds ?? 0),
      Direction: "outbound-dial",
      SequenceNumber: "3",
    }),
    event(call, secondsAfter(ended, 1), {
      ...leg,
      CallSid: parent,
      CallStatus: "completed",
      CallDuration: String(ringingSeconds + (connectedSeconds ?? 0)),
      Direction: "inbound",
      SequenceNumber: "2",
    }),
  ];
};

function event({ tokens }: CarriedCall, at: Date, form: Readonly<Record<string, string>>): ProviderEvent {
  const all = { ...form, Timestamp: at.toUTCString().replace("GMT", "+0000") };
  const query = new URLSearchParams(Object.entries(tokens).map(([name, value]) => [`tokens[${name}]`, value]));
  const sorted = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
  const sign = (secret: string, url: string) => ({
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": createHmac("sha1", secret)
      .update(url + sorted.flat().join(""))
      .digest("base64"),
  });
  return { at, body: new URLSearchParams(all).toString(), query: query.toString(), sign };
}
