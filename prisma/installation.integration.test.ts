import { expect, test } from "vitest";
import { asServer, refusalOf } from "./scale/testing/as-role";

test.each([
  "insert into installation (key_fingerprint) values ('another')",
  "update installation set key_fingerprint = 'another'",
  "delete from installation",
])("the server's role writes the fingerprint by its function only: %s", async (statement) => {
  expect(await asServer((client) => refusalOf(client, statement))).toMatchObject({ code: "42501" });
});
