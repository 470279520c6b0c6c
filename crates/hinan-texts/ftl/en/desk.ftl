### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Written with the program; not yet reviewed by an editor of civil protection.

desk-title = hinan desk: what you sign is what you see
desk-live = LIVE: this reaches people
desk-drill = DRILL: this is practice
desk-in-force = In force now
desk-on-hold = On hold
desk-awaiting = Awaiting a second signature
desk-lapsed = No longer confirmed
desk-refused = Refused
desk-none-known = No alert is known to this desk. That is not a word on the danger.
desk-new = New alert from a template
desk-hazard = Danger
desk-stage = How near
desk-place = Place
desk-zones = Zones
desk-draw = Draw on the map
desk-duration = Holds for
desk-impact = Expected at
desk-languages = Languages
desk-people = People inside
desk-people-unknown = People inside: unknown
desk-shelters = Shelters inside
desk-retype = Type the number of people again
desk-review = What you sign, from its exact bytes
desk-words = Four words: the other officer must see the same
desk-passphrase = Passphrase of your key
desk-sign = Sign
desk-signed-by = Signed by { $names }
desk-cancel-error = Cancel: sent by mistake
desk-cancel-withdrawn = Cancel: no longer expected
desk-clear = All clear (two officers)
desk-area-missing = Without a place nothing is sent: choose zones or draw one.
desk-last-look = Last looked at { $time }
desk-contact-lost = No contact with this desk's program since { $time }.
