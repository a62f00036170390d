import type { Context } from "@/lib/access/context";
import type { Credential } from "@/lib/access/credentials";
import { assertNotSetUp } from "@/lib/access/is-set-up";
import { openMemberLink } from "@/lib/access/member-links";
import type { OpenLink } from "@/lib/access/sql/member-links";
import { NotFound } from "@/lib/base/errors";
import { type OpenedIntegration, openIntegration } from "@/lib/inbound/open-integration";
import { openBuyerWebhook } from "@/lib/inbound/receive-buyer-post";
import { systemClock } from "@/lib/platform/config/clock";

type PathTexts = Readonly<Record<string, string>>;
type Limits = {
  /** Limit per API key, token, member or endpoint. */
  readonly requestsAMinute: number;
  readonly kibibytesAtMost: number;
};

/** Which credentials a route accepts, and its limits. */
export type AccessPolicy = Limits & {
  readonly takes: "parameters";
  readonly credentials: readonly Credential[];
  readonly tokenInPath?: true;
  /**
   * For senders that do not read answers: unknown names are ignored and listed, empty values are absent, and rejections
   * are held.
   */
  readonly forgiving?: true;
  /** Open to members who lack the second factor that their company asks for, so that they can add one. */
  readonly beforeSecondFactor?: true;
  /** Rejections are logged as inbound events. */
  readonly logsRejections?: true;
};

/** For endpoints: the request is passed on unchanged, because its signature covers the raw body. */
export type DeliveryPolicy<Opened = unknown> = Limits & {
  readonly takes: "delivery";
  readonly isSigned: boolean;
  /** Finds the endpoint of the address. Throws `NotFound` if there is none. */
  readonly open: (params: PathTexts) => Promise<Opened & { readonly ctx?: Context }>;
};

const MEBIBYTE = 1024;
const USUAL = { takes: "parameters", requestsAMinute: 600, kibibytesAtMost: MEBIBYTE } as const;
/** For senders that neither read rejections nor retry: limits only a flood. */
const FLOOD = 300_000;
const SECURE = { takes: "parameters", requestsAMinute: FLOOD, kibibytesAtMost: 64, forgiving: true } as const;
const DELIVERY = { takes: "delivery", requestsAMinute: FLOOD } as const;

export const REPORTING_KEY = { ...USUAL, credentials: ["api_key"], logsRejections: true } satisfies AccessPolicy;
export const KEY_OR_SESSION = { ...USUAL, credentials: ["api_key", "session"] } satisfies AccessPolicy;
/** For other systems that keep in step. */
export const READING_KEY = { ...USUAL, credentials: ["api_key"] } satisfies AccessPolicy;
/** What members do about their own access. */
export const OWN_SESSION = { ...USUAL, credentials: ["session"], beforeSecondFactor: true } satisfies AccessPolicy;
export const SECURE_TOKEN = { ...SECURE, credentials: ["secure_token"] } satisfies AccessPolicy;
export const SECURE_TOKEN_IN_PATH = { ...SECURE_TOKEN, tokenInPath: true } satisfies AccessPolicy;

export const PROVIDER: DeliveryPolicy<OpenedIntegration> = {
  ...DELIVERY,
  isSigned: true,
  kibibytesAtMost: 5 * MEBIBYTE,
  open: ({ provider = "", source_key = "" }) => openIntegration(provider, source_key, systemClock),
};

export type OpenedBuyerWebhook = NonNullable<Awaited<ReturnType<typeof openBuyerWebhook>>>;

export const BUYER_WEBHOOK: DeliveryPolicy<OpenedBuyerWebhook> = {
  ...DELIVERY,
  isSigned: true,
  kibibytesAtMost: MEBIBYTE,
  open: async ({ hook_key = "" }) => {
    const webhook = await openBuyerWebhook(hook_key, systemClock);
    if (!webhook) throw new NotFound("No buyer webhook has this URL.");
    return webhook;
  },
};

/** Guarded by the code that the server prints. */
export const SETUP: DeliveryPolicy<object> = {
  ...DELIVERY,
  isSigned: true,
  kibibytesAtMost: 16,
  open: async () => {
    await assertNotSetUp();
    return {};
  },
};

/** The key in the link is the credential. */
export const MEMBER_LINK: DeliveryPolicy<{ readonly link: OpenLink }> = {
  takes: "delivery",
  isSigned: false,
  requestsAMinute: USUAL.requestsAMinute,
  kibibytesAtMost: 16,
  open: async ({ link_key = "" }) => ({ link: await openMemberLink(link_key) }),
};

export const ANYBODY: DeliveryPolicy<object> = {
  ...DELIVERY,
  isSigned: false,
  kibibytesAtMost: 0,
  open: async () => ({}),
};
