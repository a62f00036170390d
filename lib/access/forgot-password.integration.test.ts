import { expect, test } from "vitest";
import { POST } from "@/app/api/auth/reset/route";
import { prisma } from "@/lib/platform/sql/prisma";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";

process.env.SMTP_URL = "smtp://127.0.0.1:9";
process.env.LOG_LEVEL = "silent";
const ADDRESS = "http://localhost:3000/api/auth/reset";
const OURS = { origin: "http://localhost:3000", "content-type": "application/json" };

const post = (body: unknown, headers: Record<string, string> = OURS) =>
  POST(new Request(ADDRESS, { method: "POST", headers, body: JSON.stringify(body) }));

async function queued(): Promise<number> {
  const [row] = await prisma().$queryRaw<{ jobs: bigint }[]>`
    select count(*) as jobs from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'reset_password'`;
  return Number(row?.jobs ?? 0);
}

test("the answer is the same for who signs in here and who does not", async () => {
  const { ctx } = await givenCompany();
  const { email } = await givenMember(ctx);
  const answers = [await post({ email }), await post({ email: "nobody@harbor.test" })];
  expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))).toEqual([
    [200, '{"status":200}'],
    [200, '{"status":200}'],
  ]);
  expect(await queued()).toBe(2);
});

test("what comes from another site, is too long or has no address asks for nothing", async () => {
  const before = await queued();
  const email = "ana@harbor.test";
  const answers = [
    await post({ email }, { ...OURS, origin: "https://evil.test" }),
    await post({ email }, { "content-type": "application/json" }),
    await post({ email, more: "x".repeat(17 * 1024) }),
    await post({}),
    await post("ana@harbor.test"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 413, 422, 422]);
  expect(await queued()).toBe(before);
});

test("who asks too often is told how long to wait", async () => {
  const email = `${crypto.randomUUID()}@harbor.test`;
  for (let times = 0; times < 5; times += 1) expect((await post({ email })).status).toBe(200);
  const answer = await post({ email });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});
