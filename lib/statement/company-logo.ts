import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { inCompanySql, readInCompanySql } from "@/lib/platform/sql/in-company";
import { LOGO_KIBIBYTES, type LogoQuery, type LogoUpdate } from "./contract/logo";
import { LAST_FILTER, type Png, readLogoImage } from "./domain/logo-image";
import { Sheet } from "./layout-1/sheet";
import { currentLogo, insertLogo, readLogo, type StoredLogo, setLogo } from "./sql/logo";

const PIXELS_A_SIDE = 2_000;
const DAMAGED = "This image is damaged. Choose another.";

/** The version of the logo on new statements; null for none. Throws `Forbidden`. */
export async function getLogoVersion(ctx: Context): Promise<string | null> {
  permit(ctx.actor, "read", "settings");
  return readInCompanySql(ctx.company.id, currentLogo);
}

/** The logo on new statements, or an earlier version. Who reads statements sees it too. Throws `Forbidden` or `NotFound`. */
export async function getLogo(ctx: Context, { version }: LogoQuery): Promise<StoredLogo> {
  if (!may(ctx.actor.access, "read", "billing")) permit(ctx.actor, "read", "settings");
  const logo = await readInCompanySql(ctx.company.id, async (tx) => {
    const wanted = version ?? (await currentLogo(tx));
    return wanted && readLogo(tx, wanted);
  });
  if (!logo) throw new NotFound();
  return logo;
}

/** Applies to new statements; issued ones keep theirs. Throws `Forbidden` or `Invalid`. */
export async function saveLogo(ctx: Context, { image }: LogoUpdate): Promise<string> {
  permit(ctx.actor, "update", "settings");
  const logo = await checked(new Uint8Array(Buffer.from(image, "base64")));
  return inCompanySql(ctx.company.id, async (tx) => {
    const before = await currentLogo(tx);
    const version = await insertLogo(tx, logo, ctx.now());
    await setLogo(tx, version);
    await recordAudit(tx, ctx, {
      action: "company.updated",
      id: null,
      before: { logo: before },
      after: { logo: version },
    });
    return version;
  });
}

/** New statements have no logo; issued ones keep theirs. Throws `Forbidden`. */
export async function removeLogo(ctx: Context): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompanySql(ctx.company.id, async (tx) => {
    const before = await currentLogo(tx);
    if (before === null) return;
    await setLogo(tx, null);
    await recordAudit(tx, ctx, {
      action: "company.updated",
      id: null,
      before: { logo: before },
      after: { logo: null },
    });
  });
}

/** What is stored can be printed for ever: damaged pixels would be met only while a statement is printed. */
async function checked(content: Uint8Array<ArrayBuffer>): Promise<StoredLogo> {
  if (content.byteLength > LOGO_KIBIBYTES * 1024)
    throw new Invalid({ image: `Choose an image of at most ${LOGO_KIBIBYTES} KB.` });
  const image = readLogoImage(content);
  if (!image) throw new Invalid({ image: "Choose a PNG or JPEG image." });
  const { width, height, mediaType } = image;
  if (width < 1 || height < 1 || width > PIXELS_A_SIDE || height > PIXELS_A_SIDE)
    throw new Invalid({ image: `Choose an image of at most ${PIXELS_A_SIDE} by ${PIXELS_A_SIDE} pixels.` });
  if (mediaType === "image/png") await checkPixels(image);
  if (!(await isPrinted(content))) throw new Invalid({ image: DAMAGED });
  return { mediaType, content };
}

async function checkPixels({ isUnusual, pixels, lineBytes, height }: Png): Promise<void> {
  if (isUnusual)
    throw new Invalid({ image: "Save the PNG with 8 bits per channel, without interlacing or animation." });
  // The limit stops a small file that unpacks to gigabytes.
  const bytes = await promisify(inflate)(Buffer.concat(pixels), { maxOutputLength: lineBytes * height }).catch(
    () => null,
  );
  const filters = Array.from({ length: height }, (_, line) => bytes?.[line * lineBytes] ?? Number.NaN);
  if (bytes?.length !== lineBytes * height || !filters.every((filter) => filter <= LAST_FILTER))
    throw new Invalid({ image: DAMAGED });
}

async function isPrinted(content: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const sheet = new Sheet("Logo", "Callmark", new Date(0));
  try {
    sheet.logo(content);
  } catch {
    return false;
  }
  return (await sheet.finish("Logo")).length > content.length;
}
