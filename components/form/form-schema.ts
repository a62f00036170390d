import { z } from "zod";
import { type FieldOf, sameName, wrongFields } from "./wrong-fields";

type FormSchemaOptions<Values, Request> = {
  readonly contract: z.ZodType<unknown, Request>;
  /** Builds the request from the form's values. */
  readonly requestOf: (values: Values) => Request;
  readonly fieldOf?: FieldOf<Values>;
};

/** The contract's schema for a form: parses the form's values to the request. */
export function formSchema<Values extends object, Request>(
  options: FormSchemaOptions<Values, Request>,
): z.ZodType<Request, Values> {
  const { contract, requestOf, fieldOf = sameName } = options;
  return z.custom<Values>().transform((values, check) => {
    const request = requestOf(values);
    const wrong = wrongFields(values, { contract, request, fieldOf });
    for (const [field, message] of Object.entries(wrong)) {
      check.addIssue({ code: "custom", path: field.split("."), message });
    }
    return request;
  });
}
