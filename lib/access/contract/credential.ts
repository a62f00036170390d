import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, IdText, nameText } from "@/lib/platform/contract/scalars";
import { ROLE_NAMES } from "../domain/roles";
import { Exceptions } from "./member";

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Created = z.literal(201).meta(says("HTTP status.", 201));
const AT = "2026-11-23T10:42:00.000Z";
const time = (what: string) => z.iso.datetime().meta(says(what, AT));
const timeOrNull = (what: string) => z.iso.datetime().nullable().meta(says(what, AT));

const Name = nameText(200).meta(says("Name of the system that uses it.", "Brightside CRM"));
const Role = z
  .enum(ROLE_NAMES, { error: `Use one of ${ROLE_NAMES.join(", ")}.` })
  .meta(says("What it may do. It can’t do more than whoever creates it.", "manager"));

const Credential = {
  id: z.number().int().meta(says("ID.", 4)),
  name: Name,
  created_at: time("When it was created."),
  last_used_at: timeOrNull("When it was last used, to the minute; null if it never was."),
  revoked_at: timeOrNull("When it was revoked; null while it works."),
};

const Buyer = z.object({
  id: z.number().int().meta(says("ID of the buyer.", 7)),
  name: z.string().meta(says("Name of the buyer.", "Brightside Solar")),
});
const ADDRESS_SENTENCE = "Enter addresses or networks such as 203.0.113.7 or 198.51.100.0/24.";
const AddressOrNetwork = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
const Address = z
  .string(ADDRESS_SENTENCE)
  .refine((text) => AddressOrNetwork.safeParse(text).success, ADDRESS_SENTENCE)
  .meta(says("An address or network, IPv4 or IPv6.", "198.51.100.0/24"));

export const NewApiKey = z
  .strictObject({
    name: Name,
    role: Role,
    permissions: Exceptions.optional(),
    read_only: ApiBoolean.optional().meta(says("True if it may change nothing, whatever its role.", true)),
    buyer_ids: z
      .array(IdText, "Send a list of buyer IDs.")
      .max(100, "Choose at most 100 buyers.")
      .optional()
      .meta(says("The key reaches only calls of these buyers, and nothing else. Omit it for all calls.")),
    addresses: z
      .array(Address, ADDRESS_SENTENCE)
      .max(50, "Enter at most 50 addresses.")
      .optional()
      .meta(says("The key works only from these addresses. Omit it for all addresses.")),
  })
  .meta({ id: "NewApiKey" });
export type NewApiKey = z.output<typeof NewApiKey>;

export const ApiKey = z
  .object({
    ...Credential,
    key_id: z.string().meta(says("User name for Basic authentication.", "Yq3LrT7mZ0aWn5cKd2Xe")),
    role: z.string().meta(says("What it may do, but for exceptions.", "manager")),
    permissions: z.record(z.string(), z.string()).meta(says("Exceptions from the role, by area.", {})),
    read_only: z.boolean().meta(says("True if it may change nothing.", false)),
    buyers: z.array(Buyer).meta(says("The key reaches only calls of these buyers; empty for all calls.")),
    addresses: z.array(z.string()).meta(says("The key works only from these addresses; empty for all.")),
    previous_valid_until: timeOrNull("When the secret before the last rotation stops working; null without one."),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.output<typeof ApiKey>;

export const ApiKeyList = z
  .object({ status: Ok, api_keys: z.array(ApiKey).meta(says("Newest first.")) })
  .meta({ id: "ApiKeyList" });

const KeySecret = z.string().meta(says("The secret. It is shown only in this answer.", "cmk_…"));
export const CreatedApiKey = z
  .object({ status: Created, api_key: ApiKey, secret: KeySecret })
  .meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.output<typeof CreatedApiKey>;

export const RotateApiKey = z
  .strictObject({
    at_once: ApiBoolean.optional().meta(
      says("True to end the old secret now. Otherwise both work for 24 hours.", false),
    ),
  })
  .meta({ id: "RotateApiKey" });
export type RotateApiKey = z.output<typeof RotateApiKey>;
export const RotatedApiKey = z.object({ status: Ok, api_key: ApiKey, secret: KeySecret }).meta({ id: "RotatedApiKey" });

export const NewSecureToken = z
  .strictObject({
    name: Name,
    buyer_id: IdText.optional().meta(
      says("The token reaches only calls of this buyer, and only their buyer side. Omit it for all calls.", 7),
    ),
  })
  .meta({ id: "NewSecureToken" });
export type NewSecureToken = z.output<typeof NewSecureToken>;

export const SecureToken = z
  .object({
    ...Credential,
    buyer: Buyer.nullable().meta(says("The buyer whose calls it reaches; null for all calls.")),
  })
  .meta({ id: "SecureToken" });
export type SecureToken = z.output<typeof SecureToken>;

export const SecureTokenList = z
  .object({ status: Ok, secure_tokens: z.array(SecureToken).meta(says("Newest first.")) })
  .meta({ id: "SecureTokenList" });

export const CreatedSecureToken = z
  .object({
    status: Created,
    secure_token: SecureToken,
    token: z.string().meta(says("The token: 40 letters and digits. It is shown only in this answer.", "SECURE_TOKEN")),
  })
  .meta({ id: "CreatedSecureToken" });
export type CreatedSecureToken = z.output<typeof CreatedSecureToken>;

export const Revoked = z
  .object({ status: Ok, revoked_at: time("When it was revoked.") })
  .meta({ id: "RevokedCredential" });
