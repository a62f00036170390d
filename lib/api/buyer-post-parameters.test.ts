import { expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { buyerPostParameters } from "./buyer-post-parameters";

const read = (contentType: string | null, body: string) =>
  buyerPostParameters({ query: "", contentType, body: new TextEncoder().encode(body) });

test("a body that looks like JSON is read as JSON whatever its content type: its text values are plain text", async () => {
  const body = JSON.stringify({ call_uuid: "x", note: "&converted=true&revenue=999&" });
  const fields = { call_uuid: "x", note: "&converted=true&revenue=999&" };
  for (const reported of [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    null,
  ]) {
    expect(await read(reported, body)).toEqual(fields);
  }
});

test.each(["dry_run=true", "dry_run=", "dry_run"])("a buyer webhook has no dry run: %s", async (asked) => {
  await expect(read("application/x-www-form-urlencoded", `converted=true&${asked}`)).rejects.toThrow(Invalid);
});

test("a form is read as a form even without a content type", async () => {
  for (const reported of ["application/x-www-form-urlencoded", "text/plain", null]) {
    expect(await read(reported, "converted=true&revenue=9")).toEqual({ converted: "true", revenue: "9" });
  }
});
