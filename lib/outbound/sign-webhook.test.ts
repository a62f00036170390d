import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { systemClock } from "@/lib/platform/config/clock";
import { createEndpointSecret } from "./endpoint-secret";
import { signatureOf, signedHeaders } from "./sign-webhook";

/** As the libraries of Standard Webhooks and of Svix publish them in their own tests. */
const VECTORS = [
  {
    secret: "whsec_plJ3nmyCDGBKInavdOK15jsl",
    id: "msg_loFOjxBNrRLzqYUf",
    timestamp: "1731705121",
    body: '{"event_type":"ping","data":{"success":true}}',
    signature: "rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
  },
  {
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    timestamp: "1614265330",
    body: '{"test": 2432232314}',
    signature: "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  },
];

test.each(VECTORS)("a published message has the published signature: $id", ({ secret, signature, ...message }) => {
  expect(signatureOf(secret, message)).toBe(signature);
});

test("the library verifies what is signed with our secrets, also while an older secret signs as well", () => {
  const [older, newer] = [createEndpointSecret(), createEndpointSecret()];
  const body = JSON.stringify({ type: "call.created" });
  const headers = signedHeaders([newer, older], { id: "msg_1", body }, systemClock());
  expect([older, newer].map((secret) => new Webhook(secret).verify(body, headers))).toHaveLength(2);
  expect(() => new Webhook(createEndpointSecret()).verify(body, headers)).toThrow("No matching signature");
  expect(() => new Webhook(newer).verify(`${body} `, headers)).toThrow("No matching signature");
});
