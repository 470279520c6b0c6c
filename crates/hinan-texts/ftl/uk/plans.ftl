### Plans A, B, C and 0 against the clock.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

answer-go = вчасно, запас { $spare }
answer-go-at-once = вчасно, лише якщо вийти негайно
answer-only-if-already-outside = вчасно, лише якщо ви вже надворі
answer-late = ЗАПІЗНО
answer-late-by = ЗАПІЗНО на { $late }
answer-of = { $what }: { $answer }
answer-needed = потрібно { $needed } з { $left }: { $answer }.

route-from = Звідки: { $start }
start-node = вузол { $node }
start-on = { $place }, поруч: { $street }
start-off = { $place }, { $length } від: { $street }
start-unnamed = вулиця без назви
pace-walker = Хто йде: { $walker }, { $pace } м/с доброю вулицею
pace-walker-no-stairs = Хто йде: { $walker }, { $pace } м/с доброю вулицею, без сходів
pace-given = Час такий, як задано в мережі

clock-alert = { $time } від сигналу ({ $from })
clock-alert-zone = { $time } від сигналу ({ $from }, { $zone })
clock-threat = { $threat }: { $clock }
clock-end = { $clock }.
clock-start = { $clock }, з них { $start } до першого кроку на вулиці.
clock-stairs = { $clock }; на шляху до виходу є сходи, якими ця людина не може скористатися: просіть допомоги, щоб залишити поверх.
budget-asked = як задано
budget-zone = за зоною
budget-neighbour = місце не входить у жодну зону: найменший час сусідніх
budget-city = встановлено містом
budget-assumed = припущення; задайте свій час

zero-building = ця будівля
zero-shelter = просто тут: { $name }
zero-unknown = ця будівля: чи є в ній власне укриття, невідомо; якщо є, воно перше

plan-title = План { $letter }: { $title }, { $minutes }
plan-title-length = План { $letter }: { $title }, { $minutes }, { $length }
plan-remark = { $title } ({ $remark })
plan-note = УВАГА: { $remark }.
plan-note-unfit = УВАГА: { $remark }. Ніхто не визнав його придатним.
plan-source = Джерело: { $source }.
source-unknown = невідоме
source-dated = { $file } ({ $format }), від { $date }
source-undated = { $file } ({ $format }), дата невідома
source-checked = { $source }, остання перевірка { $day }

route-isolated = На мапі ця вулиця не з’єднана з іншими: можливо, на мапі тут чогось бракує.
route-edge = Край даних мапи ближче, ніж будь-яке укриття на ній: за ним може бути ближче укриття.
none-forbidden = Це місце на забороненій території: шлях через неї не показано. Виконуйте вказівки влади.
none-offered = Жодне укриття цього району не пропонується ({ $reasons }).
none-edge = Чи можна звідси дійти до укриття, невідомо: край даних мапи ближче, ніж будь-яке укриття на ній.
none-on-foot = До жодного укриття цього району неможливо дійти звідси пішки.
