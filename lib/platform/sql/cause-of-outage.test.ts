import { expect, test } from "vitest";
import { CommitUnknown, NotFound, Unavailable } from "@/lib/base/errors";
import { causeOfOutage } from "./cause-of-outage";

const withCode = (code: string) => Object.assign(new Error("it broke"), { code });

test.each([
  [withCode("ECONNREFUSED"), "nothing listens at its address (ECONNREFUSED)"],
  [new Unavailable(withCode("57P01")), "it is starting or shutting down (57P01)"],
  [new CommitUnknown(withCode("ECONNRESET")), "the connection broke (ECONNRESET)"],
  [new Unavailable(withCode("28P01")), "it refuses the password (28P01)"],
  [new AggregateError([withCode("ECONNREFUSED")], "connect"), "nothing listens at its address (ECONNREFUSED)"],
  [new Error("timeout exceeded when trying to connect"), "no connection was free in time"],
  [new Unavailable(new Error("Connection terminated unexpectedly")), "the connection broke"],
  [new NotFound(), null],
  [new Error("a bug"), null],
])("%s: the database is out of reach because %s", (reason, cause) => {
  expect(causeOfOutage(reason)).toBe(cause);
});
