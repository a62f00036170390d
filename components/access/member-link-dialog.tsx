import { ShownOnceDialog } from "./shown-once-dialog";

type MemberLinkDialogProps = {
  title: string;
  link: { readonly link: string; readonly expires_at: string; readonly mailed: boolean };
  email: string;
  onClose: () => void;
};

/** The link by which a member sets a password. */
export function MemberLinkDialog({ title, link, email, onClose }: MemberLinkDialogProps) {
  const days = link.expires_at.slice(0, 10);
  return (
    <ShownOnceDialog
      title={title}
      blocks={[{ title: "Link to set a password", code: link.link }]}
      note={
        link.mailed
          ? `The link was sent to ${email}, too. It works once, until ${days}.`
          : `Pass it on to ${email} yourself. It works once, until ${days}.`
      }
      onClose={onClose}
    />
  );
}
