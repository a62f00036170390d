import { Alert } from "@/components/ui/alert";

type FormRefusalProps = { refusal: string | null; title?: string };

export function FormRefusal({ refusal, title = "Nothing was saved" }: FormRefusalProps) {
  return (
    refusal && (
      <Alert tone="negative" title={title}>
        {refusal}
      </Alert>
    )
  );
}
