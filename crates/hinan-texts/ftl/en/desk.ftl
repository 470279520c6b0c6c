### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Written with the program; not yet reviewed by an editor of civil protection.

## Head
desk-title = hinan desk: what you sign is what you see
# $person: a name.
desk-signs-for = This desk signs for { $person }
desk-key-unknown = This key is not in the ring: it can read here, and nothing that it signs counts.
desk-ring-until = Ring number { $number }, until { $date }
desk-ring-expired = The ring ran out on { $date }. Get a newer one from its keepers.
desk-tab-now = Now
desk-tab-warn = New alert
desk-tab-drill = New drill
desk-skip = Skip to the desk
desk-map-help = Map of the ground of the alerts. While drawing, a click or Enter sets a corner; the arrow keys move the map.
desk-lab = LABORATORY: this reaches nobody outside
desk-live = LIVE: this reaches people

## What goes on
# $time: when the folder was last read.
desk-nothing = This folder holds no alert that goes on. Last read { $time }. That is not a word on the danger.
desk-read = Last read { $time }
desk-no-contact = No contact with this desk’s program since { $time }. What is shown may be old.
desk-awaiting = Awaiting a signature
desk-in-force = In force
desk-on-hold = On hold
desk-unconfirmed = Unconfirmed
desk-lapsed = No longer confirmed
desk-ended = Ended
desk-refused = Refused
desk-refused-help = These files are not believed, and nobody is told of them. The code says why.
# $words: four words.
desk-active-digest = What goes on, in four words: { $words }
desk-active-help = Another desk with the same folder shows the same words.
# $ago, $left, $length: lengths of time.
desk-issued = Issued { $time }, { $ago } ago
desk-issued-ahead = Issued { $time }: that is ahead of this clock. One of the clocks is wrong.
desk-drafted = Drafted { $time }, { $ago } ago
desk-until = In force until { $time }, { $left } left
desk-hold-until = On hold until { $time }, { $left } left; then in force again, unless a second officer signs
desk-lapsed-since = Not confirmed since { $time }. Nobody has said that it is over.
desk-final = Final.
desk-replaced-by = Replaced by: { $words }
desk-ended-by = Ended by: { $words }
desk-drill-cut = Ended by a real alert
desk-signed-by = Signed by { $people }.
# $signed, $needed (numbers): persons.
desk-signed-of = { $signed } of { $needed } persons.
desk-two-keys = { $person } has signed with { $keys } keys and counts once.
desk-not-counted = A signature does not count: { $reason }
desk-verified = Verified
desk-awaited = A second officer is awaited
desk-awaited-first = Nobody has signed
desk-open = Look at it
desk-review = Review and sign
desk-cancel = Call back
desk-clear = Give the all clear
desk-update = Replace
desk-about = About: { $what }

## A new alert or drill
desk-new-alert = New alert
desk-new-drill = New drill
desk-new-update = Replace an alert
desk-drill-note = DRILL: every text begins and ends with the word of the drill
desk-hazard = What is the danger?
desk-stage = What are people to do?
desk-where = Where?
desk-where-zones = Zones by name
desk-where-drawn = Drawn on the map
desk-zones = Zones
desk-zones-find = Find a zone
desk-zones-none = This desk knows no zones. Start it with a region that has zones, or with --zones.
desk-zones-chosen = Chosen: { $names }
desk-draw-help = Click the corners one after the other, or move the map with the arrow keys and press Enter. The last corner is joined to the first.
desk-corners = Corners, one a line: latitude,longitude
desk-corners-wrong = Line { $line } is no latitude,longitude.
desk-corner-undo = Take back the last corner
desk-corners-clear = Remove all corners
desk-place-name = Name of the place, as people know it
desk-duration = For how long?
# $hours (number): whole hours.
desk-hours = { $hours } h
desk-impact = Arrives in so many minutes, if that is known
desk-languages = Languages
desk-preview = What people will read
desk-preview-none = Choose the danger, what people are to do, and where. Without a place nothing is sent.
desk-ends = ends { $time } unless confirmed again
desk-write = Write the draft
desk-write-drill = Write the draft of the drill
desk-write-help = Goes unsigned into the shared folder, where the other desk sees it at once. Nobody is warned before two officers have signed.

## What it comes to
# $people, $shelters (numbers).
desk-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
desk-people-guess = guessed from the map’s buildings
desk-people-unknown = people and shelters inside: unknown, no region is open here
desk-shelters = { $shelters ->
    [one] { $shelters } shelter
   *[other] { $shelters } shelters
}
desk-spill = Beyond the chosen ground: { $people ->
    [one] { $people } person
   *[other] { $people } people
}
desk-length = { $used } of { $most } { $alphabet }
desk-form-all = As every channel sends it
desk-form-headline = Headline
desk-form-description = What, where, when
desk-form-instruction = What to do
desk-form-short90 = Shortest
desk-form-short360 = Short
desk-form-long = Long broadcast
desk-form-speech = As it is spoken

## Review and sign
desk-review-help = Everything here is read from the exact bytes that are signed.
desk-kind = Kind
desk-danger = Danger
desk-how-near = Stage
desk-place = Place
desk-concerned = Inside
desk-time = Time
desk-time-span = { $from } to { $to }, { $length }
desk-arrives = arrives { $time }
desk-issued-only = issued { $time }
desk-state = State
desk-signatures = Signatures
desk-four-words = Four words
desk-four-words-help = Read them to the other officer. Where the words differ, the bytes differ: do not sign.
desk-digest = Whole digest
desk-texts = Text in all languages
desk-retype = Type the number of people inside
desk-retype-help = { $people } people will be told. Type that number.
desk-retype-wrong = That is not the number of people inside.
desk-passphrase = Passphrase of your key
desk-passphrase-help = It goes to the program on this machine and nowhere else, and is not kept.
# $what: the headline of the alert.
desk-sign-as = Sign: { $what }
desk-signing = Signing…
desk-signed-done = Signed. { $state }
desk-discard = Throw the draft away
desk-discarded = The draft is thrown away.
desk-back = Back to what goes on
desk-already = You have signed this. Another person has to sign, on their own desk.

## Calling back, ending
desk-cancel-title = Call back
desk-cancel-help = One signature puts it on hold: people are told that it is reported as an error. A second signature makes it final.
desk-cancel-help-late = The time in which one officer may put it on hold is over, or the ring does not allow it: nothing changes before two officers have signed.
desk-cancel-error = Sent by mistake
desk-cancel-error-help = It should never have been sent.
desk-cancel-withdrawn = No longer expected
desk-cancel-withdrawn-help = It was right, and what it warned of is no longer expected.
desk-clear-help = The all clear: people will be told that the danger is over. Nothing changes before two officers have signed.

## Errors
desk-error-token = This page was not opened with the address that the desk printed when it started. Open that address.
desk-error-gone = It is no longer in the folder.
desk-error-passphrase = That passphrase does not open the key. Try again: nothing is locked, each attempt only takes longer.

## Orders signed ahead
desk-tab-arm = Arm
desk-kind-arming = Order signed ahead
desk-kind-void-arming = Order signed ahead is called back
desk-kind-other = A document that is not signed here
desk-armed = Armed: one officer may raise an alert
desk-armed-until = Until { $time }, { $left } left
desk-armed-from = From { $time }
desk-void-state = Called back. Nobody raises an alert under it any more.
desk-new-arm = Let officers raise alerts alone
desk-arm-help = Two persons sign ahead. From then on, each one who is named may raise the alerts below with one signature, in the zones and for the time below.
desk-arm-who = Who may raise them alone?
desk-arm-templates = Which alerts?
desk-arm-hours = For how many hours from now?
desk-arm-life = How long may one alert hold?
desk-arm-none = Choose who, which alerts, and where.
desk-arm-write = Write the draft of the order
desk-arm-feed = { $name }, a feed
desk-raise = Raise an alert under it
desk-void = Call the order back
desk-new-armed = New alert by one officer
desk-armed-note = Under an order signed ahead: it is in force with one signature.
desk-armed-write-help = Goes unsigned into the shared folder. With your signature alone it is in force.
desk-who = Who
desk-which = Alerts
desk-longest = One alert at most
desk-sender = Sent by
desk-under-order = Under the order
desk-people-nobody = people inside: nobody has counted
desk-people-zone-nobody = nobody has counted

## What cannot be done, by code
desk-error-already = You have signed it. The second signature has to be another person's, whatever the key.
desk-error-area = Choose either zones or a drawing, and not too many.
desk-error-area-drawing = The drawing cannot be used. It takes at least three corners.
desk-error-area-no-name = Give the drawn place the name that people know.
desk-error-area-none = No place is chosen. Nothing is sent without a place.
desk-error-area-refused = This place is not sent: { $reasons }
desk-error-area-unknown-zone = There is no zone “{ $zone }” in the table of this desk.
desk-area-crosses = a line crosses or touches itself
desk-area-swapped = latitude and longitude are swapped
desk-area-elsewhere = it lies outside of this region
desk-area-too-much = it has too many corners
desk-area-other = it cannot be told where it is
desk-error-arming-hours = The order holds for too long or not at all. By the ring: at most { $most } min.
desk-error-arming-life = One alert would hold for too long or not at all. By the ring: at most { $most } min.
desk-error-arming-nobody = Nobody is chosen who may raise alerts alone.
desk-error-arming-not-now = The order does not hold now: it is not signed by enough persons, called back, or its hours are over.
desk-error-arming-outside = The order does not cover that alert, that zone or that length of time.
desk-error-arming-unknown = The ring knows no person and no feed “{ $who }”.
desk-error-armed-drill = A drill is never raised under an order signed ahead.
desk-error-body = The page and its program do not understand each other. Load the page again.
desk-error-broken = Something is wrong with this document. Nobody signs it; draft it again.
desk-error-cap = The message would not be valid.
desk-error-impact-outside = The time of arrival lies outside of the time that the alert holds.
desk-error-key = The key file cannot be used.
desk-error-language = There are no texts in one of the languages.
desk-error-machine = The program or the shared folder failed.
desk-error-mixed-hazards = These alerts are of several dangers. End each by itself.
desk-error-mixed-worlds = Live alerts and drills are never in one document.
desk-error-no-language = No language is chosen.
desk-error-no-ring = There is no ring here: nobody could sign.
desk-error-no-such-pair = There is no alert for that danger at that stage.
desk-error-no-target = No alert was named.
desk-error-not-an-alert = That is no alert and no drill.
desk-error-not-here = Your key cannot sign that, or it needs no signature any more.
desk-error-other-bytes = The message beside the document is not the one that was signed.
desk-error-people = That is not the number of people inside.
desk-error-reason = Choose why it is called back.
desk-error-room = The file has no room for another signature.
desk-error-signed = Somebody has signed it. It is called back, not thrown away.
desk-error-statement = Receivers would refuse that.
desk-error-template = There is no template of that name.
desk-error-too-long = That is too long or no time at all. By the ring: at most { $most } min.
desk-error-world = This desk does not draft for that world.
desk-why-earthquake-expect = nobody can tell minutes ahead; seconds ahead it is “{ $order }”
desk-why-chemical-prepare = a release is not foreseen by the hour

## What is wrong in a message, by code
desk-fault-sent = Message and document are not of the same second: { $message }, { $statement }.
desk-fault-hazard = The message is about another danger than the document: { $hazard }.
desk-fault-template = The document names the template { $template }, the message another.
desk-fault-no-template = The message names no template for this. Nobody can tell what it should say.
desk-fault-expires = Message and document end at different times.
desk-fault-status = The message says { $found }, the document is for { $wanted }.
desk-fault-message-type = The message is of type { $found }, not { $wanted }.
desk-fault-no-text = The message has no text.
desk-fault-head = Around its texts the message has something that no template composes.
desk-fault-other-zones = The zones of the message are not those of the document.
desk-fault-blocks-differ = These texts do not say the same: { $language } differs from { $first } in: { $parts }.
desk-fault-unknown-language = There is no template in { $language }. Nobody can tell what that text says.
desk-fault-not-composed = { $language } is not what the template composes: { $parts }.
desk-fault-unknown-zone = The table of this desk has no zone { $zone }. Nobody can tell where that is.
desk-fault-zone-name = The message calls the zone { $zone } “{ $found }”. Its name is “{ $wanted }”.
desk-fault-zone-outline = What is drawn for the zone { $zone } is not its outline.
desk-fault-targets = It is not as the alerts that it is about: { $parts }.
desk-part-ground = the ground
desk-part-zones = the zones
desk-part-places = the names of the places
desk-part-hazard = the danger
desk-part-codes = the codes
desk-part-times = the times
desk-part-words = the words
desk-part-sender = the sender
desk-part-rest = something that no template has

## Files that are left out, by code
desk-file-no-envelope = There is no envelope beside it: nobody has signed it.
desk-file-too-large = It is too large.
desk-file-too-many-files = The folder has too many files; only the first are looked at.
desk-file-unreadable = It cannot be read.

## Why a document is not believed, by code; what the codes mean stands in docs/trust.md
desk-refusal-too-large = The envelope is too large.
desk-refusal-bad-envelope = This is no proper envelope: the file is damaged or not one of ours.
desk-refusal-bad-base64 = A part of the envelope is damaged.
desk-refusal-too-many-signatures = The envelope has too many signatures.
desk-refusal-foreign-type = This is a document of somebody else.
desk-refusal-update-needed = It is newer than this program. Update the program.
desk-refusal-unexpected-type = The document is of another type than its place asks for.
desk-refusal-bad-bundle = The bundle is damaged.
desk-refusal-root-not-pinned = This is not the root that this desk trusts.
desk-refusal-root-gap = A root in between is missing; the last good one stays.
desk-refusal-root-fork = Another root of the same number is known.
desk-refusal-root-world = The root changes between live and laboratory.
desk-refusal-root-threshold-before = Too few persons of the last root have signed it.
desk-refusal-root-threshold-own = Too few of its own persons have signed the root.
desk-refusal-ring-threshold = Too few keepers have signed the ring.
desk-refusal-ring-too-long = The ring claims to hold for too long.
desk-refusal-ring-rolled-back = A newer ring is known.
desk-refusal-ring-missing = No ring holds under the newest root; the last good ones stay.
desk-refusal-no-ring = There is no ring to check signatures with.
desk-refusal-no-valid-signature = No signature is by a key of the ring.
desk-refusal-bad-json = The document is damaged.
desk-refusal-bad-statement = The document lacks something, has too much, or contradicts itself.
desk-refusal-other-scope = The document belongs to another root.
desk-refusal-type-not-granted = No signer may sign documents of this type.
desk-refusal-outside-rights = No signer may sign this for that stage, danger, zone or shelter.
desk-refusal-compromised-key = It had enough signatures until a key was found to be in other hands.
desk-refusal-ring-too-old = The ring ran out more than 400 days ago.
desk-refusal-ring-too-old-for-one = The ring ran out more than 30 days ago: one person is not enough.
desk-refusal-standalone-missing = None of the signatures is from a program of its own.
desk-refusal-second-person-awaited = Fewer persons have signed than the ring asks for.
desk-refusal-builder-missing = No builder’s machine has signed.
desk-refusal-reviewer-missing = Too few persons have read the difference and signed.
desk-refusal-wrong-holder = The signer is not the kind of machine that this is for.
desk-refusal-arming-unseen = The order that it cites is not in this folder.
desk-refusal-arming-not-valid = The order that it cites lacks signatures or rights.
desk-refusal-arming-void = The order was called back.
desk-refusal-arming-too-long = The order covers more hours than its holder may have.
desk-refusal-armed-by-other = The order names others.
desk-refusal-armed-outside-hours = It was issued outside of the hours of its order.
desk-refusal-armed-outside-zones = It names a zone that its order does not.
desk-refusal-armed-other-hazard = It is about a danger that its order does not name.
desk-refusal-armed-other-stage = It is of a stage that its order does not name.
desk-refusal-armed-other-template = It uses a template that its order does not name.
desk-refusal-armed-too-long = It holds longer than its order allows.
desk-refusal-solo-too-long = One officer’s alert holds longer than the ring allows.
desk-refusal-solo-renewed = One officer may not renew their own alert alone.
desk-refusal-solo-too-late = One officer may call back alone only shortly after the alert.
desk-refusal-solo-target-unseen = One officer may call back alone only what is known here.
desk-refusal-lowering-needs-two = A lower stage or a smaller area needs two persons.
desk-refusal-cap-missing = The message that belongs to it is not in the folder.
desk-refusal-cap-length = The message has another length than was signed.
desk-refusal-cap-digest = The message was changed: its bytes are not those that belong to this document.
desk-refusal-cap-unreadable = The message is no valid CAP 1.2.
desk-refusal-cap-status = Live, drill or laboratory: message and document differ.
desk-refusal-cap-message-type = The message does something else than the document.
desk-refusal-cap-sent = The message was sent at another second than the document says.
desk-refusal-cap-expires = The message ends at another second than the document says.
desk-refusal-cap-response = Message and document do not agree whether this ends an alert.
desk-refusal-cap-area = The area of the message is not that of the document.
desk-refusal-cap-references = The message is about other messages than the document.
desk-refusal-life-too-long = It holds longer than its stage may.
desk-refusal-target-other-world = It is about a message of another world.
desk-refusal-target-outside-rights = Its signers have no right over what it is about.
desk-refusal-blocked-by-cancel = Two persons have called it back.
desk-refusal-epoch-ahead = Its counter is of an epoch that the ring has not begun.
desk-refusal-rolled-back = A newer one is known.
desk-refusal-stale = It is too old to say anything.
desk-refusal-siren-other = It is not for this device.
desk-refusal-siren-too-long = It sounds for more than 180 s.
desk-refusal-siren-inner = The alert that it carries does not hold, or is not for a siren.
desk-refusal-store-full = There is no room for another document.

## Why a signature does not count, by code
desk-signature-malformed = it is no signature
desk-signature-unknown-key = its key is not in the ring
desk-signature-webauthn-unsupported = it is of a web authenticator, which are not checked yet
desk-signature-weak-key = its key is no proper key
desk-signature-wrong-signature = it does not fit these bytes
desk-signature-compromised-key = its key is in other hands
desk-signature-retired-key = its key was handed back before
desk-signature-type-not-granted = its key may not sign this type
desk-signature-outside-rights = its key has no right for that stage, danger, zone or shelter

## Remarks, by code
desk-note-ring-expired = The ring has run out. A newer one is wanted.
desk-note-ring-behind = It was made under a newer ring than the one here.
desk-note-clock-behind = It was issued after what this clock shows: this clock is behind.
desk-note-expired = Its time has run out.
desk-note-second-officer-awaited = One officer alone has raised it; a second is awaited.
desk-note-same-id = Another document with the same id holds too: both stand.
desk-note-target-unseen = It is about something that is not known here.
desk-note-target-outside-rights = Its signers have no right over one of its targets, which stays.
desk-note-target-other-world = One of its targets is of another world, and stays.
desk-note-elsewhere = It is for other places.
