import { createHash } from "node:crypto";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type StoredLogo = { readonly mediaType: "image/png" | "image/jpeg"; readonly content: Uint8Array<ArrayBuffer> };

/** The version of the logo on new statements: SHA-256 in hexadecimal; null for none. */
export async function currentLogo(tx: SqlTx): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ version: string | null }[]>`
    select encode(logo_digest, 'hex') as version from company where id = ${tx.company}`;
  return row?.version ?? null;
}

export async function readLogo(tx: SqlTx, version: string): Promise<StoredLogo | null> {
  const [row] = await tx.$queryRaw<{ mediaType: StoredLogo["mediaType"]; content: string }[]>`
    select media_type as "mediaType", encode(content, 'base64') as content from company_logo
    where company_id = ${tx.company} and digest = decode(${version}, 'hex')`;
  return row ? { mediaType: row.mediaType, content: new Uint8Array(Buffer.from(row.content, "base64")) } : null;
}

/** A logo that was used before is stored once. */
export async function insertLogo(tx: SqlTx, { mediaType, content }: StoredLogo, at: Date): Promise<string> {
  const version = createHash("sha256").update(content).digest("hex");
  const base64 = Buffer.from(content).toString("base64");
  await tx.$executeRaw`
    insert into company_logo (company_id, digest, media_type, content, created_at)
    values (${tx.company}, decode(${version}, 'hex'), ${mediaType}, decode(${base64}, 'base64'), ${at}::timestamptz)
    on conflict do nothing`;
  return version;
}

/** Null for none. */
export async function setLogo(tx: SqlTx, version: string | null): Promise<void> {
  await tx.$executeRaw`update company set logo_digest = decode(${version}::text, 'hex') where id = ${tx.company}`;
}
