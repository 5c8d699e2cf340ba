/**
 * Offers what was recovered of an app that died: below the window's head, in nobody's way. It goes when somebody has
 * decided; "Not now" leaves the recording in the File menu.
 */
import type { OfferedRecording } from "../../core/contract/recovery-state.ts";
import { wholeNumber } from "../../core/i18n/quantity.ts";
import { lessonById } from "../../lessons/manifest.ts";
import { Button } from "../ui/button.tsx";
import type { Commands } from "./commands.ts";
import { language, text } from "./language.ts";
import type { PageState } from "./state.ts";

export interface RecoveryBarProps {
  readonly state: PageState;
  readonly commands: Commands;
}

export function RecoveryBar({ state, commands }: RecoveryBarProps) {
  const offers = state.recovery.value.offers.filter(({ isPostponed }) => !isPostponed);
  // The live region is always there: one that appears together with its words is not read out.
  return (
    <div class="recovery-place" role="status">
      {offers.length > 0 && (
        <section class="recovery" aria-label={text("recovery.region")}>
          {offers.map((offer) => (
            <Offer key={offer.number} offer={offer} mayOpen={state.may.value.open} commands={commands} />
          ))}
        </section>
      )}
    </div>
  );
}

interface OfferProps {
  readonly offer: OfferedRecording;
  readonly mayOpen: boolean;
  readonly commands: Commands;
}

function Offer({ offer, mayOpen, commands }: OfferProps) {
  const { number } = offer;
  return (
    <div class="recovery-offer">
      <p>{sentence(offer)}</p>
      <Button
        kind="primary"
        enabled={mayOpen}
        title={text("recovery.open.hint")}
        onPress={() => commands.recovered("open", number)}
      >
        {text("recovery.open")}
      </Button>
      <Button enabled title={text("recovery.save.hint")} onPress={() => commands.recovered("save", number)}>
        {text("recovery.save")}
      </Button>
      <Button enabled title={text("recovery.later.hint")} onPress={() => commands.recovered("later", number)}>
        {text("recovery.later")}
      </Button>
    </div>
  );
}

function sentence({ lesson, started, events, setAside }: OfferedRecording): string {
  const title = lessonById(lesson)?.words[language.value].title ?? lesson;
  const at = new Date(started);
  const form = new Intl.DateTimeFormat(language.value, { dateStyle: "medium", timeStyle: "short" });
  const when = Number.isNaN(at.getTime()) ? started : form.format(at);
  const values = { title, when, events: wholeNumber(events) };
  return setAside === undefined
    ? text("recovery.offer", values)
    : text("recovery.offer.set-aside", { ...values, file: setAside });
}
