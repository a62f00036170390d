import { createHmac } from "node:crypto";
import { endOf, type Provider, type ProviderEvent, secondsAfter } from "./carried-call";

/** Messages to an assistant's server URL: one during the conversation, which is ignored, and one at its end. */
export const vapi: Provider = (call) => {
  const { id, caller, startedAt, connectedSeconds, tokens, transcript } = call;
  const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const endedAt = endOf(call);
  const head = { call: { id: uuid, type: "inboundPhoneCall" }, customer: caller === null ? {} : { number: caller } };
  const messages = transcript.map(({ speaker, text, atSeconds }) => ({
    role: speaker === "agent" ? "bot" : "user",
    message: text,
    secondsFromStart: atSeconds,
  }));
  return [
    event(secondsAfter(startedAt, 12), { ...head, type: "conversation-update", messages: messages.slice(0, 1) }),
    event(secondsAfter(endedAt, 2), {
      ...head,
      type: "end-of-call-report",
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      endedReason: connectedSeconds === null ? "customer-did-not-answer" : "customer-ended-call",
      analysis: { structuredData: tokens, successEvaluation: String(tokens.appointment_booked === "true") },
      artifact: { messages },
    }),
  ];
};

function event(at: Date, message: Readonly<Record<string, unknown>>): ProviderEvent {
  const body = JSON.stringify({ message: { timestamp: at.getTime(), ...message } });
  const sign = (secret: string, _: string, sentAt: Date) => {
    const timestamp = String(sentAt.getTime());
    return {
      "content-type": "application/json",
      "x-vapi-timestamp": timestamp,
      "x-vapi-signature": createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"),
    };
  };
  return { at, body, sign };
}
