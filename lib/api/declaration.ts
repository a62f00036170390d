import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Saves } from "@/lib/idempotency/answer-once";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import type { Section } from "./contract/sections";
import type { AnsweredFile, FileOutput, Media } from "./file-output";
import type { AccessPolicy, DeliveryPolicy } from "./policies";

/** Schemas of the path parameters, by name. A value that does not match answers 404. */
export type PathShape = Readonly<Record<string, z.ZodType<unknown, string>>>;
export type Output = z.ZodType | FileOutput;

/** What a route adds to the reference. */
type Docs = {
  readonly section: Section;
  readonly title: string;
  /** One paragraph per item, in whole sentences. */
  readonly about: readonly [string, ...string[]];
  readonly example: {
    /** The example request: a query string, or an object that is sent as JSON. */
    readonly send?: string | object;
    /** The example answer; absent if the answer is a file. */
    readonly answer?: object;
  };
};

type SuccessStatus = 200 | 201 | 207;
/** Statuses that come from the verb. Those that every route of the policy can answer are not repeated. */
type OwnProblem = 403 | 404 | 409;

type Common<Out extends Output> = {
  /** The operation as a client's method name: `listCalls`. */
  readonly name: string;
  /** Relative to `/api/v1`: `/calls/{id}`. */
  readonly path: string;
  readonly output: Out;
  readonly statuses: readonly (SuccessStatus | OwnProblem)[];
  readonly docs: Docs;
};

/** JSON with its own status, or a file. */
export type Body<Out extends Output> = Out extends z.ZodType
  ? z.input<Out> & { readonly status: number }
  : AnsweredFile;

/** A route that needs a credential. The verb that `handle` calls checks permissions. */
export type AskedDeclaration<
  Path extends PathShape = PathShape,
  Input extends z.ZodObject = z.ZodObject,
  Out extends Output = Output,
> = Common<Out> & {
  readonly policy: AccessPolicy;
  readonly params?: Path;
  /** By default no input. */
  readonly input?: Input;
  /** With `dry_run=true` the route answers with a preview. */
  readonly dryRun?: true;
  /** The same in other media types, for who asks for one in `Accept`; streamed. */
  readonly alsoAs?: {
    readonly media: readonly Media[];
    handle(asked: Asked<Path, Input> & { readonly media: Media }): Promise<AnsweredFile>;
  };
  /** How its verb saves, for requests with an Idempotency-Key. By default in one transaction. */
  readonly saves?: Saves;
  /** Set if the body may be larger than the policy's limit. */
  readonly kibibytesAtMost?: number;
  handle(asked: Asked<Path, Input>): Promise<Body<Out>>;
  /** The path of a created record. */
  location?(body: Body<Out>): string;
};

/** An endpoint that outside systems post to in their own format. */
export type DeliveredDeclaration<Opened = unknown, Out extends Output = Output> = Common<Out> & {
  readonly policy: DeliveryPolicy<Opened>;
  readonly params?: PathShape;
  /** The fields that it reads, if the body is in our format. */
  readonly input?: z.ZodObject;
  handle(delivered: { readonly opened: Opened; readonly request: ApiRequest }): Promise<Body<Out>>;
};

export type Declaration = AskedDeclaration | DeliveredDeclaration;

type Asked<Path extends PathShape, Input extends z.ZodObject> = {
  readonly ctx: Context;
  readonly params: { readonly [Name in keyof Path]: z.output<Path[Name]> };
  readonly input: z.output<Input>;
  /** Nothing may be saved. Always false without a declared dry run. */
  readonly dryRun: boolean;
};

export const isFile = (output: Output): output is FileOutput => "media" in output;
