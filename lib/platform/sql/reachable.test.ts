import { expect, test } from "vitest";
import { NotFound, Unavailable } from "@/lib/base/errors";
import { isConflict, isUnreachable } from "./reachable";

const withCode = (code: string, more: object = {}) => Object.assign(new Error("it broke"), { code, ...more });
/** An error as Prisma wraps its adapter's. */
const prisma = (code: string, cause: object) =>
  withCode(code, { meta: { driverAdapterError: Object.assign(new Error("DriverAdapterError"), { cause }) } });
const driverError = (originalCode: string) => ({ kind: "postgres", originalCode, originalMessage: "it broke" });

test.each([
  [withCode("ECONNREFUSED"), true],
  [withCode("EPIPE"), true],
  [withCode("57P01"), true],
  [withCode("08006"), true],
  [withCode("53300"), true],
  [withCode("28P01"), true],
  [withCode("3D000"), true],
  [withCode("P2024"), true],
  [withCode("P2028"), true],
  [withCode("P1017"), true],
  [prisma("P2010", driverError("57P01")), true],
  [prisma("P2039", driverError("57P02")), true],
  [prisma("P2039", driverError("53200")), true],
  [prisma("P2010", { kind: "ConnectionClosed" }), true],
  [prisma("P2010", { kind: "DatabaseNotReachable", host: "127.0.0.1", port: 5432 }), true],
  [new Error("timeout exceeded when trying to connect"), true],
  [new Error("Connection terminated unexpectedly"), true],
  [new Error("Client has encountered a connection error and is not queryable"), true],
  [new Error("outer", { cause: new Error("inner", { cause: withCode("08006") }) }), true],
  [new Error("current transaction is aborted", { cause: withCode("25P02", { cause: withCode("57P01") }) }), true],
  [new AggregateError([withCode("ECONNREFUSED"), withCode("ECONNREFUSED")], "connect"), true],
  [withCode("25P02"), false],
  [withCode("23505"), false],
  [withCode("57014"), false],
  [prisma("P2010", driverError("22012")), false],
  [prisma("P2039", driverError("57014")), false],
  [prisma("P2002", { kind: "UniqueConstraintViolation", originalCode: "23505" }), false],
  [new Error("a bug"), false],
  ["a text", false],
  [null, false],
])("%s means an unreachable database: %s", (reason, expected) => {
  expect(isUnreachable(reason)).toBe(expected);
});

test("a circular cause is followed once", () => {
  const reason = new Error("a bug");
  reason.cause = new Error("another", { cause: reason });
  expect(isUnreachable(reason)).toBe(false);
});

test("a rejection by a verb is unchanged, whatever caused it", () => {
  expect([new Unavailable(withCode("57P01")), new NotFound()].map(isUnreachable)).toEqual([false, false]);
});

test.each([
  [withCode("40P01"), true],
  [prisma("P2010", driverError("40001")), true],
  [withCode("P2034"), true],
  [withCode("23505"), false],
  [null, false],
])("%s was rolled back because of others: %s", (reason, expected) => {
  expect(isConflict(reason)).toBe(expected);
});
