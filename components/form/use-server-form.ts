"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type SyntheticEvent, useId, useState } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { focusFirstError } from "./focus-first-error";
import { formSchema } from "./form-schema";
import { oneAtATime } from "./one-at-a-time";
import { placeErrors } from "./place-errors";
import { type FieldOf, sameName } from "./wrong-fields";

type ServerFormOptions<Values extends FieldValues, Request, Answer> = {
  /** The schema of the request. */
  readonly contract: z.ZodType<unknown, Request>;
  readonly requestOf: (values: Values) => Request;
  /** Where messages about a parameter are shown; by default at the field of the same name. */
  readonly fieldOf?: FieldOf<Values>;
  /** Absent where a password manager may have filled the fields before hydration: the form keeps what they hold. */
  readonly defaultValues?: Values;
  readonly disabled?: boolean;
  readonly send: (request: Request) => Promise<Answer>;
  readonly onSaved?: (answer: Answer, request: Request) => void;
  /** Returns true when it shows the error itself. */
  readonly onRefused?: (error: unknown) => boolean;
};

/** What a `<form>` and its buttons use. */
export type Submission = {
  readonly id: string;
  readonly submit: (event?: SyntheticEvent) => Promise<void>;
  readonly busy: boolean;
  /** Why nothing was saved, if no field shows it. */
  readonly refusal: string | null;
};

type ServerForm<Values extends FieldValues, Request> = Submission & {
  readonly form: UseFormReturn<Values, unknown, Request>;
  /** Shows an error of a request that was sent in another way. */
  readonly refuse: (error: unknown) => void;
};

/** Validates with the contract's schema, sends once at a time, and shows the server's messages at their fields. */
export function useServerForm<Values extends FieldValues, Request, Answer>(
  options: ServerFormOptions<Values, Request, Answer>,
): ServerForm<Values, Request> {
  const {
    contract,
    requestOf,
    fieldOf = sameName,
    defaultValues,
    disabled = false,
    send,
    onSaved,
    onRefused,
  } = options;
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [runOnce] = useState(oneAtATime);
  const form = useForm<Values, unknown, Request>({
    defaultValues: defaultValues as DefaultValues<Values> | undefined,
    disabled,
    shouldFocusError: false,
    resolver: zodResolver(formSchema({ contract, requestOf, fieldOf })),
  });

  function refuse(error: unknown) {
    if (onRefused?.(error)) return;
    const { placed, loose } = placeErrors(form, error, fieldOf);
    if (placed) focusFirstError(id);
    if (loose.length > 0) setRefusal(loose.map(([, message]) => message).join(" "));
    else if (!placed) setRefusal(refusalText(error));
  }

  const checkAndSend = form.handleSubmit(
    async (request) => {
      const sent = await send(request).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      );
      if ("answer" in sent) onSaved?.(sent.answer, request);
      else refuse(sent.error);
    },
    () => focusFirstError(id),
  );

  async function submit(event?: SyntheticEvent) {
    event?.preventDefault();
    await runOnce(() => {
      setRefusal(null);
      return checkAndSend();
    });
  }

  return { form, id, submit, busy: form.formState.isSubmitting, refusal, refuse };
}
