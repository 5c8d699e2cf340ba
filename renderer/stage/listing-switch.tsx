/** TypeScript · Python: which words the listings are in. Real radio buttons, for all listings at once. */
import type { Signal } from "@preact/signals";
import { text } from "../app/language.ts";
import type { ListingLanguage } from "../app/state.ts";

const languages = ["typescript", "python"] as const satisfies readonly ListingLanguage[];

export function ListingSwitch({ listingLanguage }: { readonly listingLanguage: Signal<ListingLanguage> }) {
  return (
    <fieldset class="mode-toggle small">
      <legend class="unseen">{text("listing.language")}</legend>
      {languages.map((offered) => (
        <label key={offered} title={offered === "python" ? text("listing.python.hint") : undefined}>
          <input
            type="radio"
            name="listing-language"
            value={offered}
            checked={listingLanguage.value === offered}
            onChange={() => {
              listingLanguage.value = offered;
            }}
          />
          <span>{text(`listing.${offered}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
