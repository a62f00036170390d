import { describe, expect, test } from "vitest";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from "./api-keys";
import { authenticateApiKey, authenticateSecureToken } from "./authenticate";
import { createSecureToken, listSecureTokens, revokeSecureToken } from "./secure-tokens";

const NEW = { name: "Brightside CRM", role: "manager" } as const;

test("a secure token never gets more permissions than whoever creates it", async () => {
  const { ctx, buyer } = await givenCompany();
  const { ctx: keeper } = await givenMember(ctx, "operator", { keys: "update" });
  for (const token of [{ name: "CRM" }, { name: "CRM", buyer_id: buyer.id }])
    await expect(createSecureToken(keeper, token)).rejects.toMatchObject({ permission: "call.revenue: read" });
  const { ctx: buyers } = await givenMember(ctx, "operator", {
    keys: "update",
    "call.revenue": "update",
    "call.offer_converted": "read",
  });
  await expect(createSecureToken(buyers, { name: "CRM" })).rejects.toMatchObject({
    permission: "call.offer_converted: update",
  });
  expect(await createSecureToken(buyers, { name: "CRM", buyer_id: buyer.id })).toMatchObject({
    secure_token: { buyer: { id: buyer.id } },
  });
});

describe("an API key", () => {
  test("works from its creation to its revocation, and its secret is nowhere in the list", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx, "owner");
    const { api_key, secret } = await createApiKey(owner, NEW);
    expect(secret).toMatch(/^cmk_[A-Za-z0-9]{40}$/);
    expect((await authenticateApiKey(secret, ctx.now))?.actor).toMatchObject({ id: api_key.id, name: NEW.name });
    expect(await authenticateApiKey(secret, ctx.now, { keyId: api_key.key_id })).not.toBeNull();
    const [listed] = await listApiKeys(owner);
    expect(listed).toMatchObject({ id: api_key.id, role: "manager", revoked_at: null });
    expect(listed?.last_used_at).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(secret.slice(4));
    const { revoked_at } = await revokeApiKey(owner, api_key.id);
    expect(await revokeApiKey(owner, api_key.id)).toEqual({ revoked_at });
    expect(await authenticateApiKey(secret, ctx.now)).toBeNull();
    expect(await listApiKeys(owner)).toMatchObject([{ id: api_key.id, revoked_at }]);
    await expect(rotateApiKey(owner, api_key.id, {})).rejects.toMatchObject({ code: "conflict" });
  });

  test("is rotated: the old secret works beside the new one, or ends at once", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx, "owner");
    const { api_key, secret: first } = await createApiKey(owner, NEW);
    const { secret: second, api_key: rotated } = await rotateApiKey(owner, api_key.id, {});
    expect(rotated.previous_valid_until).not.toBeNull();
    for (const secret of [first, second]) {
      expect((await authenticateApiKey(secret, ctx.now, { keyId: api_key.key_id }))?.actor.id).toBe(api_key.id);
    }
    const { secret: third } = await rotateApiKey(owner, api_key.id, { at_once: true });
    expect(await authenticateApiKey(first, ctx.now)).toBeNull();
    expect(await authenticateApiKey(second, ctx.now)).toBeNull();
    expect(await authenticateApiKey(third, ctx.now)).not.toBeNull();
    await rotateApiKey(owner, api_key.id, {});
    await revokeApiKey(owner, api_key.id);
    expect(await authenticateApiKey(third, ctx.now)).toBeNull();
  });

  test("never gets more permissions than whoever creates or rotates it", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx, "owner");
    const { ctx: keeper } = await givenMember(ctx, "operator", { keys: "update" });
    await expect(createApiKey(keeper, NEW)).rejects.toMatchObject({ permission: "call.revenue: read" });
    await expect(createApiKey(keeper, { ...NEW, role: "operator" })).resolves.toMatchObject({
      api_key: { role: "operator" },
    });
    const { api_key } = await createApiKey(owner, { ...NEW, role: "owner" });
    await expect(rotateApiKey(keeper, api_key.id, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeApiKey(keeper, api_key.id)).resolves.toBeDefined();
  });

  test("belongs to its company, and to those with the permission", async () => {
    const { ctx } = await givenCompany();
    const { ctx: others } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx, "owner");
    const { ctx: stranger } = await givenMember(others, "owner");
    const { ctx: manager } = await givenMember(ctx, "manager");
    const { id, secret } = await givenApiKey(owner);
    expect(await listApiKeys(stranger)).toEqual([]);
    for (const refused of [rotateApiKey(stranger, id, {}), revokeApiKey(stranger, id)]) {
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
    for (const refused of [
      listApiKeys(manager),
      createApiKey(manager, NEW),
      rotateApiKey(manager, id, {}),
      revokeApiKey(manager, id),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await authenticateApiKey(secret, ctx.now)).not.toBeNull();
  });
});

test("a secure token works from its creation to its revocation, for its company alone", async () => {
  const { ctx } = await givenCompany();
  const { ctx: others } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { ctx: stranger } = await givenMember(others, "owner");
  const { secure_token, token } = await createSecureToken(owner, { name: "CRM" });
  expect(token).toMatch(/^[A-Za-z0-9]{40}$/);
  expect((await authenticateSecureToken(token, ctx.now))?.company.id).toBe(ctx.company.id);
  expect(JSON.stringify(await listSecureTokens(owner))).not.toContain(token);
  expect(await listSecureTokens(stranger)).toEqual([]);
  await expect(revokeSecureToken(stranger, secure_token.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await authenticateSecureToken(token, ctx.now)).not.toBeNull();
  await revokeSecureToken(owner, secure_token.id);
  expect(await authenticateSecureToken(token, ctx.now)).toBeNull();
});

test("twenty revocations and rotations at once end with a revoked key", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { api_key, secret } = await createApiKey(owner, NEW);
  const secrets = [secret];
  await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      if (number === 10) return revokeApiKey(owner, api_key.id);
      const rotated = await rotateApiKey(owner, api_key.id, {}).catch(() => null);
      if (rotated) secrets.push(rotated.secret);
    }),
  );
  for (const handed of secrets) expect(await authenticateApiKey(handed, ctx.now)).toBeNull();
});
