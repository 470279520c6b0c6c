### What is known of a shelter, and what is not. Unknown is said as unknown.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

remark-mapped = нет в официальном перечне: { $kind }, отмечено на карте
remark-candidate = не является официальным укрытием: { $kind }
kind-unknown = тип неизвестен
kind-metro-station = станция метро
kind-underground-car-park = подземная парковка
kind-bomb-shelter = бомбоубежище
kind-air-raid-shelter = укрытие от воздушного нападения
kind-civil-defence-shelter = убежище гражданской обороны
kind-personnel-shelter = укрытие для персонала
kind-nuclear-shelter = противоядерное убежище
kind-fallout-shelter = противорадиационное укрытие

status-open = по данным, открыто
status-closed = ЗАКРЫТО
status-defunct = НЕ ДЕЙСТВУЕТ
status-full = МЕСТ НЕТ
status-unknown = открыто ли: неизвестно
hours-known = часы { $hours }
hours-unknown = часы неизвестны
access-public = для всех
access-private = ТОЛЬКО для тех, кто там живёт, учится или работает
access-key = нужен ключ
access-unknown = кто может войти: неизвестно
wheelchair-yes = можно въехать на кресле-коляске
wheelchair-no = на кресле-коляске не въехать
wheelchair-unknown = доступ на кресле-коляске неизвестен
capacity-known = { $places ->
    [one] { $places } место
    [few] { $places } места
    [many] { $places } мест
   *[other] { $places } места
}
capacity-area = { $area } м2, число мест неизвестно
capacity-unknown = число мест неизвестно
listed-known = назначение по перечню: { $hazards }
listed-unknown = для каких угроз пригодно: неизвестно
underground-yes = под землёй
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } Примечание перечня: { $note }.

### Why a shelter is not offered.
not-offered-bad-for = по перечню непригодно ({ $hazard })
not-offered-underground = находится под землёй ({ $hazard })
not-offered-not-stated = ни один перечень не указывает, что оно пригодно ({ $hazard })
not-offered-listed-for-others = в перечне для других угроз, не для этой ({ $hazard })
not-offered-untold = неизвестно, какая именно угроза
not-offered-unusable = закрыто, заполнено или не действует
not-offered-closed-at-that-hour = в этот час закрыто
not-offered-forbidden = стоит на запрещённой территории
not-offered-private = только для тех, кто там живёт, учится или работает
not-offered-no-wheelchairs = на кресле-коляске не въехать
not-offered-count = { $number }: { $reason }
