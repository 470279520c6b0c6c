### What is known of a shelter, and what is not. Unknown is said as unknown.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

remark-mapped = немає в офіційному переліку: { $kind }, позначено на мапі
remark-candidate = не є офіційним укриттям: { $kind }
kind-unknown = тип невідомий
kind-metro-station = станція метро
kind-underground-car-park = підземний паркінг
kind-bomb-shelter = бомбосховище
kind-air-raid-shelter = укриття від повітряного нападу
kind-civil-defence-shelter = сховище цивільного захисту
kind-personnel-shelter = укриття для персоналу
kind-nuclear-shelter = протиядерне сховище
kind-fallout-shelter = протирадіаційне укриття

status-open = за даними, відчинено
status-closed = ЗАЧИНЕНО
status-defunct = НЕ ДІЄ
status-full = МІСЦЬ НЕМАЄ
status-unknown = чи відчинено: невідомо
hours-known = години { $hours }
hours-unknown = години невідомі
access-public = для всіх
access-private = ЛИШЕ для тих, хто там живе, навчається чи працює
access-key = потрібен ключ
access-unknown = хто може увійти: невідомо
wheelchair-yes = можна заїхати кріслом колісним
wheelchair-no = кріслом колісним не заїхати
wheelchair-unknown = доступ кріслом колісним невідомий
capacity-known = { $places ->
    [one] { $places } місце
    [few] { $places } місця
    [many] { $places } місць
   *[other] { $places } місця
}
capacity-area = { $area } м2, кількість місць невідома
capacity-unknown = кількість місць невідома
listed-known = призначення за переліком: { $hazards }
listed-unknown = для яких загроз придатне: невідомо
underground-yes = під землею
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } Примітка переліку: { $note }.

### Why a shelter is not offered.
not-offered-bad-for = за переліком непридатне ({ $hazard })
not-offered-underground = розташоване під землею ({ $hazard })
not-offered-not-stated = жоден перелік не вказує, що воно придатне ({ $hazard })
not-offered-listed-for-others = у переліку для інших загроз, не для цієї ({ $hazard })
not-offered-untold = невідомо, яка саме загроза
not-offered-unusable = зачинене, заповнене або не діє
not-offered-closed-at-that-hour = о цій годині зачинене
not-offered-forbidden = стоїть на забороненій території
not-offered-private = лише для тих, хто там живе, навчається чи працює
not-offered-no-wheelchairs = кріслом колісним не заїхати
not-offered-count = { $number }: { $reason }
