### What stands below every answer.
### Written with the program; not yet reviewed by an editor of civil protection.

notice-emergency = Built with --emergency: ways lead through private yards and gates. NOT FOR PUBLICATION.
notice-no-shelters = This region has no shelters: none were given. That says nothing of the place.
notice-candidates = { $candidates } of { $places ->
    [one] { $places } place
   *[other] { $places } places
} are candidates, not official shelters: nobody has declared them fit.
notice-private = Some shelters are private records of their list's owner: do not publish.
# $credit: whose data it is, in its owner's words.
notice-data = Data: { $credit }
notice-not-for-emergency = Not for use in an emergency: follow the instructions of your authorities.
