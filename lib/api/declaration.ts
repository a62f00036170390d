import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import type { Section } from "./contract/sections";
import type { AnsweredFile, FileOutput } from "./file-output";
import type { AccessPolicy, DeliveryPolicy } from "./policies";

/** Schemas of what varies in the path, by name. A value that fits none of them is not found. */
export type PathShape = Readonly<Record<string, z.ZodType<unknown, string>>>;
export type Output = z.ZodType | FileOutput;

/** What the reference tells of a route, and nothing else needs. */
type Docs = {
  readonly section: Section;
  readonly title: string;
  /** Whole sentences, a paragraph each. */
  readonly about: readonly [string, ...string[]];
  readonly example: {
    /** A query string, or an object that is sent as JSON. */
    readonly send?: string | object;
    /** Absent where it is a file. */
    readonly answer?: object;
  };
};

type SuccessStatus = 200 | 201 | 207;
/** Where the verb says so. What every route of the policy can answer is not repeated. */
type OwnProblem = 404 | 409;

type Common<Out extends Output> = {
  /** What it does, as the method of a client: `listCalls`. */
  readonly name: string;
  /** Below `/api/v1`: `/calls/{id}`. */
  readonly path: string;
  readonly output: Out;
  readonly statuses: readonly (SuccessStatus | OwnProblem)[];
  readonly docs: Docs;
};

/** JSON under its own status, or a file. */
export type Body<Out extends Output> = Out extends z.ZodType
  ? z.input<Out> & { readonly status: number }
  : AnsweredFile;

/** A route that is entered with a credential. Authorisation stands in the verb that `handle` calls. */
export type AskedDeclaration<
  Path extends PathShape = PathShape,
  Input extends z.ZodObject = z.ZodObject,
  Out extends Output = Output,
> = Common<Out> & {
  readonly policy: AccessPolicy;
  readonly params?: Path;
  /** Nothing by default. */
  readonly input?: Input;
  /** With `dry_run=true` it tells what it would do. */
  readonly dryRun?: true;
  /** Where it takes more than its policy allows. */
  readonly kibibytesAtMost?: number;
  handle(asked: Asked<Path, Input>): Promise<Body<Out>>;
  /** Where a created row is. */
  location?(body: Body<Out>): string;
};

/** An address at which others post in their own words. */
export type DeliveredDeclaration<Opened = unknown, Out extends Output = Output> = Common<Out> & {
  readonly policy: DeliveryPolicy<Opened>;
  readonly params?: PathShape;
  /** What it reads of a body, where that is ours to say. */
  readonly input?: z.ZodObject;
  handle(delivered: { readonly opened: Opened; readonly request: ApiRequest }): Promise<Body<Out>>;
};

export type Declaration = AskedDeclaration | DeliveredDeclaration;

type Asked<Path extends PathShape, Input extends z.ZodObject> = {
  readonly ctx: Context;
  readonly params: { readonly [Name in keyof Path]: z.output<Path[Name]> };
  readonly input: z.output<Input>;
  /** Nothing may be saved. Never true where the declaration has no dry run. */
  readonly dryRun: boolean;
};

export const isFile = (output: Output): output is FileOutput => "media" in output;
