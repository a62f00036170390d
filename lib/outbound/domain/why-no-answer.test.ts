import { expect, test } from "vitest";
import { whyNoAnswer } from "./why-no-answer";

const withCode = (code: string) => Object.assign(new Error(`getaddrinfo ${code} warehouse.test`), { code });

test.each([
  [withCode("ENOTFOUND"), "Its host name is unknown (ENOTFOUND)."],
  [withCode("ECONNREFUSED"), "Nothing listens at its address (ECONNREFUSED)."],
  [withCode("CERT_HAS_EXPIRED"), "Its certificate isn’t valid (CERT_HAS_EXPIRED)."],
  [new Error("No answer within 10 seconds."), "No answer within 10 seconds."],
])("%s", (reason, sentence) => {
  expect(whyNoAnswer(reason)).toBe(sentence);
});
