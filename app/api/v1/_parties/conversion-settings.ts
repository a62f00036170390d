import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Body } from "@/lib/api/declaration";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { EvaluatedPast, EvaluatePast, Simulation } from "@/lib/simulation/contract";
import { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";
import { READS_SETTINGS, SETTINGS_EDIT, SIMULATION, UPDATES_SETTINGS } from "../_docs/settings";
import type { SettingsOwner } from "./settings-owners";

export function readSettings<Answer extends z.ZodType>(
  { path, name, section, one, params, example }: SettingsOwner,
  output: Answer,
  get: (ctx: Context, id: number) => Promise<Body<Answer>>,
) {
  return route({
    name: `get${name}Settings`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/conversion-settings`,
    params,
    output,
    statuses: [200, 404],
    docs: {
      section,
      title: `Retrieve the conversion settings of ${one}`,
      about: [READS_SETTINGS],
      example: { answer: example.answer },
    },
    handle: ({ ctx, params }) => get(ctx, params.id),
  });
}

export function updateSettings<Answer extends z.ZodType, Update extends z.ZodObject>(
  { path, name, section, one, params, example }: SettingsOwner,
  { input, output }: { readonly input: Update; readonly output: Answer },
  save: (ctx: Context, id: number, update: z.output<Update>) => Promise<Body<Answer>>,
) {
  return route({
    name: `save${name}Settings`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/conversion-settings`,
    params,
    input,
    output,
    statuses: [200, 404, 409],
    docs: {
      section,
      title: `Replace the conversion settings of ${one}`,
      about: [
        "Saves a new version of all settings. Each call is evaluated with the version in force when it started, so a change never affects earlier calls. Send the `version` your edit is based on; if somebody else saved in the meantime, you get a 409.",
        UPDATES_SETTINGS,
      ],
      example: { send: example.update, answer: example.answer },
    },
    handle: ({ ctx, params, input }) => save(ctx, params.id, input),
  });
}

export function readSettingsHistory<History extends z.ZodType>(
  { path, name, section, one, params, example }: SettingsOwner,
  output: History,
  list: (ctx: Context, id: number) => Promise<Body<History>>,
) {
  return route({
    name: `list${name}SettingsHistory`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/conversion-settings/history`,
    params,
    output,
    statuses: [200, 404],
    docs: {
      section,
      title: `List versions of the conversion settings of ${one}`,
      about: [READS_SETTINGS],
      example: { answer: { status: 200, versions: [{ ...SETTINGS_EDIT, settings: example.settings }] } },
    },
    handle: ({ ctx, params }) => list(ctx, params.id),
  });
}

export function evaluatePast({ path, name, one, params, owner }: SettingsOwner) {
  return route({
    name: `evaluate${name}Calls`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/conversion-settings/evaluate`,
    params,
    input: EvaluatePast,
    output: EvaluatedPast,
    statuses: [200, 404],
    saves: "steps",
    docs: {
      section: "Simulations",
      title: `Re-evaluate past calls of ${one}`,
      about: [
        "Re-evaluates the calls of the last `days` days, each with the settings version in force when it started. Explicit updates and locked sides stay as they are. Conversions that no longer hold go to the inbox. With `preview`, the response shows how many calls would change and by how much, and nothing is saved. Caps can still stop some of these conversions. Requires the permissions `settings: update` and `calls: update`.",
      ],
      example: {
        send: { days: 30, preview: true },
        answer: {
          status: 200,
          calls: 1200,
          changed: 14,
          proposed: 2,
          currency: "USD",
          revenue: "180.00",
          payout: "108.00",
        },
      },
    },
    handle: ({ ctx, params, input }) => evaluatePastCalls(ctx, owner(params.id), input),
  });
}

export function trySettings<Draft extends z.ZodObject>(
  { path, name, one, params }: SettingsOwner,
  input: Draft,
  simulate: (ctx: Context, id: number, draft: z.output<Draft>) => Promise<Body<typeof Simulation>>,
) {
  return route({
    name: `simulate${name}Settings`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/conversion-settings/simulate`,
    params,
    input,
    output: Simulation,
    statuses: [200, 404],
    docs: {
      section: "Simulations",
      title: `Simulate draft settings of ${one}`,
      about: [
        "Compares the calls of the last `days` days as they are with how the draft would have decided them. Explicit updates and locked sides stay as they are. Nothing is saved. Requires the permissions `settings: read` and `calls: read`, and permission to read the flag of that side. Amounts you can't read are omitted.",
      ],
      example: {
        send: { settings: { duration: { enabled: true, basis: "connected", longer_than_seconds: 120 } }, days: 30 },
        answer: SIMULATION,
      },
    },
    handle: ({ ctx, params, input }) => simulate(ctx, params.id, input),
  });
}
