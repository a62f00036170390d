import { AUTOMATIC } from "@/lib/call/domain/mechanism";

/** What a settings document can switch on and off. */
export const SETTINGS_MECHANISMS = [...AUTOMATIC, "dialled"] as const;
export type SettingsMechanism = (typeof SETTINGS_MECHANISMS)[number];

/** A mechanism that can convert calls of an owner without a person. */
export type ActiveMechanism = SettingsMechanism | "webhook" | "follows_buyer";
