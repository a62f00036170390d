import { endOf, type Provider, secondsAfter } from "./carried-call";

/** The record that mod_json_cdr posts after a call; all its variables are text. */
export const freeswitch: Provider = (call) => {
  const { id, caller, startedAt, ringingSeconds, connectedSeconds, tokens } = call;
  const ended = endOf(call);
  const epoch = (time: Date) => String(Math.floor(time.getTime() / 1000));
  const answered = connectedSeconds === null ? "0" : epoch(secondsAfter(startedAt, ringingSeconds));
  const carried = Object.entries(tokens).map(([name, value]) => [`sip_h_X-PH-${name}`, value]);
  const variables = {
    uuid: id,
    caller_id_number: caller ?? "anonymous",
    start_epoch: epoch(startedAt),
    answer_epoch: answered,
    end_epoch: epoch(ended),
    duration: String(ringingSeconds + (connectedSeconds ?? 0)),
    billsec: String(connectedSeconds ?? 0),
    hangup_cause: connectedSeconds === null ? "NO_ANSWER" : "NORMAL_CLEARING",
    ...Object.fromEntries(carried),
  };
  const sign = (secret: string) => ({
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(`callmark:${secret}`).toString("base64")}`,
  });
  return [{ at: secondsAfter(ended, 1), body: JSON.stringify({ variables }), sign }];
};
