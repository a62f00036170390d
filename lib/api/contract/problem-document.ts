import { z } from "zod";
import { StaleCallMembers } from "@/lib/call/contract/stale-call";
import { SameDocumentMembers } from "@/lib/document/contract";
import { Problem } from "@/lib/platform/contract/problem";
import { says } from "@/lib/platform/contract/says";

/** A problem document for the reference, with all extra members. */
export const ProblemDocument = z
  .object({ ...Problem.shape, ...StaleCallMembers.partial().shape, ...SameDocumentMembers.partial().shape })
  .meta({ id: "Problem", ...says("Why a request was rejected.") });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
