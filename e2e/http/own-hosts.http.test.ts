import { get } from "node:http";
import { expect, test } from "vitest";
import { baseUrl } from "./support/demo";

test("a request for another host is answered by nothing", async () => {
  const statuses = await Promise.all(
    ["/api/v1/calls", "/sign-in", "/api/auth/csrf"].map((path) => statusFor(path, "evil.test")),
  );
  expect(statuses).toEqual([421, 421, 421]);
});

/** `fetch` allows no `Host` of one's own. */
function statusFor(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(new URL(path, baseUrl), { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
}
