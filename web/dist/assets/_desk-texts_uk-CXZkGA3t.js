var e=`
alert-do-air-raid-prepare = Дізнайтеся, де найближче укриття. Тримайте під рукою воду, ліки, документи й заряджений телефон. Допоможіть тим, кому треба більше часу.
alert-do-air-raid-expect = Будьте в укритті або за хвилину від нього. Візьміть із собою дітей. Тримайтеся подалі від вікон.
alert-do-air-raid-take-cover = Негайно зайдіть у найближче укриття. Тримайтеся подалі від вікон і дверей. Не користуйтеся ліфтом.
alert-do-earthquake-prepare = Нові поштовхи можуть статися будь-коли. Тримайтеся подалі від тріснутих стін, скла і схилів. Біля моря після сильних поштовхів підніміться вгору.
alert-do-earthquake-take-cover = Захистіть голову, сховайтеся під стіл, тримайтеся. Біля моря підніміться вгору, щойно поштовхи припиняться.
alert-do-tsunami-prepare = Підіть з пляжів, портів і гирл річок. Дізнайтеся шлях на узвишшя. Після сильних чи довгих поштовхів негайно підніміться вгору.
alert-do-tsunami-expect = Ідіть пішки на узвишшя або в будівлю, призначену для цунамі. Візьміть із собою інших. Не йдіть дивитися на море.
alert-do-tsunami-take-cover = Біжіть на найближче узвишшя або у високу міцну будівлю, якомога вище. За першою хвилею йдуть інші. Не повертайтеся.
alert-do-flood-prepare = Перенесіть потрібне на верхній поверх. Не заходьте в підвали й підземні переходи, не підходьте до берегів. Зарядіть телефон.
alert-do-flood-expect = Вийдіть з підвалів і низин. Ідіть до укриття на узвишші, поки дороги сухі.
alert-do-flood-take-cover = Підніміться на найвищий поверх або на узвишшя. Не йдіть і не їдьте через воду.
alert-do-landslide-prepare = Тримайтеся подалі від крутих схилів і потоків. Зберіть потрібне й дізнайтеся шлях звідси.
alert-do-landslide-expect = Вийдіть з будинків під схилами й уздовж потоків. Ідіть до укриття, не через долину.
alert-do-landslide-take-cover = Відійдіть убік зі шляху зсуву, на тверде місце або на верхній поверх міцної будівлі.
alert-do-storm-surge-prepare = Перенесіть потрібне на верхній поверх. Тримайтеся подалі від берега, портів і гирл річок.
alert-do-storm-surge-expect = Ідіть на узвишшя або до укриття далеко від берега, поки не прийшла вода. Вийдіть з підвалів.
alert-do-storm-surge-take-cover = Підніміться на найвищий поверх або на узвишшя. Не йдіть і не їдьте через воду.
alert-do-fire-prepare = Зберіть воду, ліки й документи. Зачиніть вікна. Дізнайтеся два шляхи звідси. Ідіть раніше, якщо вам треба більше часу.
alert-do-fire-expect = Ідіть дорогою геть від диму, до укриття або на відкрите місце. Візьміть із собою інших.
alert-do-fire-take-cover = Ідіть негайно, геть від вогню і впоперек вітру. Прикрийте рот і ніс. Не беріть нічого з собою.
alert-do-volcano-prepare = Зберіть воду, маску й захисні окуляри. Не ходіть у долини й на гору. Дізнайтеся шлях звідси.
alert-do-volcano-expect = Ідіть геть від вулкана і з долин, до укриття. Прикрийте рот, ніс і очі.
alert-do-volcano-take-cover = Ідіть негайно, з долин і геть від вулкана. Прикрийте голову, рот і очі.
alert-do-radiological-prepare = Заведіть людей і тварин у приміщення. Зачиніть вікна. Наберіть води з крана. Йод приймайте лише за вказівкою.
alert-do-radiological-expect = Зайдіть у міцну будівлю. Зачиніть вікна й двері, вимкніть вентиляцію. Тримайте під рукою воду й радіо.
alert-do-radiological-take-cover = Ідіть у підвал або в середину міцної будівлі. Зачиніть вікна й двері. Зніміть верхній одяг.
alert-do-chemical-expect = Зайдіть у будівлю й підніміться на верхній поверх. Зачиніть вікна й двері, вимкніть вентиляцію.
alert-do-chemical-take-cover = Підніміться на верхній поверх, не в підвал. Зачиніть і ущільніть вікна та двері. Дихайте через вологу тканину.

alert-cancel-error-do = Сигнал надіслано помилково. Знову діє те, що було сказано до нього. Якщо надійде новий сигнал, дійте негайно.
alert-cancel-withdrawn-do = Сигнал був правильним, коли його надіслали; те, про що він попереджав, більше не очікується. Новий сигнал може надійти будь-коли.
alert-hold-do = Про сигнал повідомлено як про помилку. Другий черговий перевіряє його; далі буде офіційне повідомлення.
alert-lapsed-do = Сигнал більше не підтверджено. Ніхто не повідомив, що він закінчився.
alert-clear-do-air-raid = Виходьте поволі. Не торкайтеся невідомих предметів. Тримайтеся подалі від пошкоджених будівель. Новий сигнал може надійти будь-коли.
alert-clear-do-earthquake = Не заходьте в тріснуті будівлі. Перевірте газ і вогонь. Поштовхи ще можливі: тоді пригніться, сховайтеся, тримайтеся.
alert-clear-do-tsunami = Тримайтеся подалі від берега, річок і уламків, де шлях не відкрито. Після нових поштовхів знову підніміться вгору.
alert-clear-do-flood = Не заходьте в стоячу воду й пошкоджені будинки, подалі від кабелів. Пийте воду з крана лише після дозволу.
alert-clear-do-landslide = Не ходіть на схил і на зсув. Не заходьте в пошкоджені будинки. Дощ може знову його зрушити.
alert-clear-do-storm-surge = Не заходьте в стоячу воду й пошкоджені будинки, подалі від кабелів. Пийте воду з крана лише після дозволу.
alert-clear-do-fire = Повертайтеся лише там, де дорогу відкрито. Стережіться жару, дерев, що падають, і диму.
alert-clear-do-volcano = Повертайтеся лише там, де дорогу відкрито. Носіть маску в попелі. Нове виверження може статися будь-коли.
alert-clear-do-radiological = Помийтеся і змініть одяг. Виконуйте офіційні вказівки щодо їжі, води й місця.
alert-clear-do-chemical = Відчиніть вікна і провітріть усі кімнати. Хто почувається погано, негайно до лікаря.

alert-drill-say = Навчання
alert-drill-around = { $word }. { $text } { $word }.
alert-drill-do = Це навчання: виконайте це зараз для практики. Справжній сигнал одразу припиняє навчання.

alert-head = { $order }: { $hazard }, { $place }.
alert-what = Загроза: { $hazard } ({ $stage }). Де: { $place }.
alert-clock = { $time }.
alert-issued = Надіслано: { $time }.
alert-impact = Початок: { $time }.
alert-until = Підтверджено до: { $time }.
alert-replaces = Замінює сигнал, надісланий: { $time }.
alert-about = Стосується сигналу, надісланого: { $time }.
alert-order-end = { $order }.
alert-late-indoors = Якщо до укриття не встигаєте, у приміщенні: { $order }
alert-late-outdoors = Надворі: { $order }
alert-listen = Слухайте офіційні повідомлення: радіо, гучномовці, офіційні канали.
alert-place-here = цей район
alert-place-more = { $places } та ще { $more ->
    [one] { $more }
   *[other] { $more }
}
alert-sentences = { $first } { $second }
alert-say-time = { $hour } { $minute }

alert-say-hour = { $hour ->
    [0] нульова година
    [1] перша година
    [2] друга година
    [3] третя година
    [4] четверта година
    [5] п'ята година
    [6] шоста година
    [7] сьома година
    [8] восьма година
    [9] дев'ята година
    [10] десята година
    [11] одинадцята година
    [12] дванадцята година
    [13] тринадцята година
    [14] чотирнадцята година
    [15] п'ятнадцята година
    [16] шістнадцята година
    [17] сімнадцята година
    [18] вісімнадцята година
    [19] дев'ятнадцята година
    [20] двадцята година
    [21] двадцять перша година
    [22] двадцять друга година
   *[23] двадцять третя година
}
alert-say-minute = { $minute ->
    [0] нуль хвилин
    [1] одна хвилина
    [2] дві хвилини
    [3] три хвилини
    [4] чотири хвилини
    [5] п'ять хвилин
    [6] шість хвилин
    [7] сім хвилин
    [8] вісім хвилин
    [9] дев'ять хвилин
    [10] десять хвилин
    [11] одинадцять хвилин
    [12] дванадцять хвилин
    [13] тринадцять хвилин
    [14] чотирнадцять хвилин
    [15] п'ятнадцять хвилин
    [16] шістнадцять хвилин
    [17] сімнадцять хвилин
    [18] вісімнадцять хвилин
    [19] дев'ятнадцять хвилин
    [20] двадцять хвилин
    [21] двадцять одна хвилина
    [22] двадцять дві хвилини
    [23] двадцять три хвилини
    [24] двадцять чотири хвилини
    [25] двадцять п'ять хвилин
    [26] двадцять шість хвилин
    [27] двадцять сім хвилин
    [28] двадцять вісім хвилин
    [29] двадцять дев'ять хвилин
    [30] тридцять хвилин
    [31] тридцять одна хвилина
    [32] тридцять дві хвилини
    [33] тридцять три хвилини
    [34] тридцять чотири хвилини
    [35] тридцять п'ять хвилин
    [36] тридцять шість хвилин
    [37] тридцять сім хвилин
    [38] тридцять вісім хвилин
    [39] тридцять дев'ять хвилин
    [40] сорок хвилин
    [41] сорок одна хвилина
    [42] сорок дві хвилини
    [43] сорок три хвилини
    [44] сорок чотири хвилини
    [45] сорок п'ять хвилин
    [46] сорок шість хвилин
    [47] сорок сім хвилин
    [48] сорок вісім хвилин
    [49] сорок дев'ять хвилин
    [50] п'ятдесят хвилин
    [51] п'ятдесят одна хвилина
    [52] п'ятдесят дві хвилини
    [53] п'ятдесят три хвилини
    [54] п'ятдесят чотири хвилини
    [55] п'ятдесят п'ять хвилин
    [56] п'ятдесят шість хвилин
    [57] п'ятдесят сім хвилин
    [58] п'ятдесят вісім хвилин
   *[59] п'ятдесят дев'ять хвилин
}
alert-say-number = { $number ->
    [0] нуль
    [1] один
    [2] два
    [3] три
    [4] чотири
    [5] п'ять
    [6] шість
    [7] сім
    [8] вісім
    [9] дев'ять
    [10] десять
    [11] одинадцять
    [12] дванадцять
    [13] тринадцять
    [14] чотирнадцять
    [15] п'ятнадцять
    [16] шістнадцять
    [17] сімнадцять
    [18] вісімнадцять
    [19] дев'ятнадцять
    [20] двадцять
    [21] двадцять один
    [22] двадцять два
    [23] двадцять три
    [24] двадцять чотири
    [25] двадцять п'ять
    [26] двадцять шість
    [27] двадцять сім
    [28] двадцять вісім
    [29] двадцять дев'ять
    [30] тридцять
    [31] тридцять один
    [32] тридцять два
    [33] тридцять три
    [34] тридцять чотири
    [35] тридцять п'ять
    [36] тридцять шість
    [37] тридцять сім
    [38] тридцять вісім
    [39] тридцять дев'ять
    [40] сорок
    [41] сорок один
    [42] сорок два
    [43] сорок три
    [44] сорок чотири
    [45] сорок п'ять
    [46] сорок шість
    [47] сорок сім
    [48] сорок вісім
    [49] сорок дев'ять
    [50] п'ятдесят
    [51] п'ятдесят один
    [52] п'ятдесят два
    [53] п'ятдесят три
    [54] п'ятдесят чотири
    [55] п'ятдесят п'ять
    [56] п'ятдесят шість
    [57] п'ятдесят сім
    [58] п'ятдесят вісім
   *[59] п'ятдесят дев'ять
}


alert-kind-alert = Сигнал
alert-kind-update = Оновлення
alert-kind-cancel-error = Скасування: надіслано помилково
alert-kind-cancel-withdrawn = Скасування: більше не очікується
alert-kind-hold = Призупинено: повідомлено про помилку
alert-kind-clear = Відбій
alert-kind-lapsed = Більше не підтверджено
alert-kind-drill = Навчання
alert-stage-prepare = підготуйтеся
alert-stage-expect = очікується незабаром
alert-stage-take-cover = дійте негайно
alert-stage-clear = відбій

alert-order-air-raid-prepare = Готуйтеся йти в укриття
alert-order-air-raid-expect = Ідіть ближче до укриття
alert-order-air-raid-take-cover = Негайно йдіть в укриття
alert-order-earthquake-prepare = Не заходьте в пошкоджені будівлі
alert-order-earthquake-take-cover = Пригніться, сховайтеся, тримайтеся
alert-order-tsunami-prepare = Відійдіть від моря та річок
alert-order-tsunami-expect = Ідіть з узбережжя на узвишшя
alert-order-tsunami-take-cover = Негайно підніміться вгору
alert-order-flood-prepare = Готуйтеся піднятися вище
alert-order-flood-expect = Ідіть на узвишшя
alert-order-flood-take-cover = Негайно підніміться вгору
alert-order-landslide-prepare = Готуйтеся відійти від схилу
alert-order-landslide-expect = Відійдіть від схилу
alert-order-landslide-take-cover = Негайно відійдіть від схилу
alert-order-storm-surge-prepare = Готуйтеся відійти від берега
alert-order-storm-surge-expect = Ідіть від берега на узвишшя
alert-order-storm-surge-take-cover = Негайно підніміться вгору
alert-order-fire-prepare = Готуйтеся піти звідси
alert-order-fire-expect = Ідіть геть від вогню
alert-order-fire-take-cover = Негайно йдіть геть від вогню
alert-order-volcano-prepare = Готуйтеся піти звідси
alert-order-volcano-expect = Ідіть геть від вулкана
alert-order-volcano-take-cover = Негайно йдіть геть від вулкана
alert-order-radiological-prepare = Готуйтеся зайти в приміщення
alert-order-radiological-expect = Зайдіть у приміщення
alert-order-radiological-take-cover = Негайно зайдіть у приміщення
alert-order-chemical-expect = Зайдіть і підніміться вище
alert-order-chemical-take-cover = Підніміться вище, зачиніть вікна

alert-cancel-error-order = Не зважайте на сигнал
alert-cancel-withdrawn-order = Слухайте далі, сигнал відкликано
alert-keep-stay = Залишайтеся на місці
alert-keep-up = Не спускайтеся
alert-keep-away = Не повертайтеся
alert-hold-order = { $order } (можлива помилка)
alert-lapsed-order = { $order } (не підтверджено)
alert-clear-order = Відбій

alert-drill-word = НАВЧАННЯ

alert-second-awaited = Підписав один черговий; потрібен підпис другого.
alert-time = { $hour }:{ $minute }

alert-date-time = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}, { $time }


desk-title = hinan desk: підписуєте те, що бачите
desk-signs-for = Тут підписує { $person }
desk-key-unknown = Цього ключа немає у в’язці: читати можна, але його підпис нічого не важить.
desk-ring-until = В’язка ключів № { $number }, до { $date }
desk-ring-expired = Строк в’язки ключів минув { $date }. Візьміть новішу в її хранителів.
desk-tab-now = Зараз
desk-tab-warn = Нова тривога
desk-tab-drill = Нове навчання
desk-skip = До робочого столу
desk-map-help = Мапа територій тривог. Під час малювання кут ставить клацання або Enter; стрілки рухають мапу.
desk-lab = ЛАБОРАТОРІЯ: назовні це не потрапляє
desk-live = СПРАВЖНЄ: це дійде до людей

desk-nothing = У цій теці немає чинних тривог. Прочитано о { $time }. Про саму небезпеку це нічого не каже.
desk-read = Прочитано о { $time }
desk-no-contact = Немає зв’язку з програмою з { $time }. Показане могло застаріти.
desk-awaiting = Чекає на підпис
desk-in-force = Діє
desk-on-hold = Призупинено
desk-unconfirmed = Непідтверджено
desk-lapsed = Більше не підтверджено
desk-ended = Завершено
desk-refused = Відхилено
desk-refused-help = Цим файлам не вірять, і нікому про них не кажуть. Код називає причину.
desk-active-digest = Усе чинне чотирма словами: { $words }
desk-active-help = Інший стіл із тією самою текою показує ті самі слова.
desk-issued = Видано о { $time }, { $ago } тому
desk-issued-ahead = Видано о { $time }: це пізніше за цей годинник. Один із годинників хибить.
desk-drafted = Складено о { $time }, { $ago } тому
desk-until = Діє до { $time }, лишилося { $left }
desk-hold-until = Призупинено до { $time }, лишилося { $left }; потім знову діє, якщо не підпише другий офіцер
desk-lapsed-since = Не підтверджено з { $time }. Ніхто не казав, що все скінчилося.
desk-final = Остаточно.
desk-replaced-by = Замінено на: { $words }
desk-ended-by = Завершило: { $words }
desk-drill-cut = Перервано справжньою тривогою
desk-signed-by = Підписали: { $people }.
desk-signed-of = { $signed } з { $needed } осіб.
desk-two-keys = { $person }: підписи { $keys } ключами, рахується один раз.
desk-not-counted = Підпис не зараховано: { $reason }
desk-verified = Перевірено
desk-awaited = Чекає на другого офіцера
desk-awaited-first = Без підписів
desk-open = Переглянути
desk-review = Перевірити й підписати
desk-cancel = Відкликати
desk-clear = Дати відбій
desk-update = Замінити
desk-about = Стосується: { $what }

desk-new-alert = Нова тривога
desk-new-drill = Нове навчання
desk-new-update = Замінити тривогу
desk-drill-note = НАВЧАННЯ: кожен текст починається і закінчується словом навчання
desk-hazard = Яка небезпека?
desk-stage = Що люди мають робити?
desk-where = Де?
desk-where-zones = Зони за назвою
desk-where-drawn = Намалювати на мапі
desk-zones = Зони
desk-zones-find = Знайти зону
desk-zones-none = Цей стіл не знає зон. Запустіть його з регіоном, що має зони, або з --zones.
desk-zones-chosen = Вибрано: { $names }
desk-draw-help = Клацайте кути один за одним або рухайте мапу стрілками й тисніть Enter. Останній кут з’єднується з першим.
desk-corners = Кути, по одному в рядку: широта,довгота
desk-corners-wrong = Рядок { $line } — не широта,довгота.
desk-corner-undo = Прибрати останній кут
desk-corners-clear = Прибрати всі кути
desk-place-name = Назва місця, як її знають люди
desk-duration = На який час?
desk-hours = { $hours } год
desk-impact = Прибуде за стільки хвилин, якщо відомо
desk-languages = Мови
desk-preview = Що прочитають люди
desk-preview-none = Виберіть небезпеку, що робити і де. Без місця нічого не надсилається.
desk-ends = до { $time }, якщо не підтвердять знову
desk-write = Скласти чернетку
desk-write-drill = Скласти чернетку навчання
desk-write-help = Без підпису потрапляє до спільної теки, другий стіл бачить одразу. Нікого не попереджають, доки не підпишуть двоє офіцерів.

desk-people = { $people ->
    [one] { $people } особа
    [few] { $people } особи
   *[other] { $people } осіб
}
desk-people-guess = оцінка за будинками мапи
desk-people-unknown = люди й укриття всередині: невідомо, регіон не відкрито
desk-shelters = { $shelters ->
    [one] { $shelters } укриття
    [few] { $shelters } укриття
   *[other] { $shelters } укриттів
}
desk-spill = Поза вибраною територією: { $people ->
    [one] { $people } особа
    [few] { $people } особи
   *[other] { $people } осіб
}
desk-length = { $used } з { $most } { $alphabet }
desk-form-all = Для кожного каналу
desk-form-headline = Заголовок
desk-form-description = Що, де, коли
desk-form-instruction = Що робити
desk-form-short90 = Найкоротший
desk-form-short360 = Короткий
desk-form-long = Довге мовлення
desk-form-speech = Як це вимовляють

desk-review-help = Усе тут прочитано з тих самих байтів, які підписуються.
desk-kind = Вид
desk-danger = Небезпека
desk-how-near = Ступінь
desk-place = Місце
desk-concerned = Усередині
desk-time = Час
desk-time-span = від { $from } до { $to }, { $length }
desk-arrives = прибуття о { $time }
desk-issued-only = видано о { $time }
desk-state = Стан
desk-signatures = Підписи
desk-four-words = Чотири слова
desk-four-words-help = Прочитайте їх другому офіцерові. Якщо слова різні, то й байти різні: не підписуйте.
desk-digest = Увесь дайджест
desk-texts = Текст усіма мовами
desk-retype = Введіть кількість людей усередині
desk-retype-help = Це дійде до стількох людей: { $people }. Введіть це число.
desk-retype-wrong = Це не кількість людей усередині.
desk-passphrase = Парольна фраза вашого ключа
desk-passphrase-help = Передається лише програмі на цій машині й не зберігається.
desk-sign-as = Підписати: { $what }
desk-signing = Підписую…
desk-signed-done = Підписано. { $state }
desk-discard = Викинути чернетку
desk-discarded = Чернетку викинуто.
desk-back = Назад до чинного
desk-already = Ви це підписали. Має підписати інша особа за своїм столом.

desk-cancel-title = Відкликати
desk-cancel-help = Один підпис призупиняє: людям кажуть, що є повідомлення про помилку. Другий підпис робить це остаточним.
desk-cancel-help-late = Час, коли один офіцер може призупинити, минув, або в’язка цього не дозволяє: нічого не зміниться, доки не підпишуть двоє.
desk-cancel-error = Надіслано помилково
desk-cancel-error-help = Цього не слід було надсилати.
desk-cancel-withdrawn = Більше не очікується
desk-cancel-withdrawn-help = Було правильно, але того, про що попереджали, більше не очікують.
desk-clear-help = Відбій: людям скажуть, що небезпека минула. Нічого не зміниться, доки не підпишуть двоє офіцерів.

desk-error-token = Сторінку відкрито не за адресою, яку стіл показав при запуску. Відкрийте ту адресу.
desk-error-gone = Цього вже немає в теці.
desk-error-passphrase = Ця фраза не відмикає ключ. Спробуйте ще раз: ніщо не блокується, лише кожна спроба довша.

desk-tab-arm = Наказ наперед
desk-kind-arming = Наказ, підписаний наперед
desk-kind-void-arming = Відкликання наказу, підписаного наперед
desk-kind-other = Документ, який тут не підписують
desk-armed = Наказ діє: тривогу може підняти один офіцер
desk-armed-until = До { $time }, лишилося { $left }
desk-armed-from = Від { $time }
desk-void-state = Відкликано. За ним більше ніхто не підніме тривоги.
desk-new-arm = Дозволити піднімати тривогу самому
desk-arm-help = Двоє підписують наперед. Відтоді кожен названий може сам підняти тривоги, вибрані нижче, у цих зонах і в цей час.
desk-arm-who = Хто може сам?
desk-arm-templates = Які тривоги?
desk-arm-hours = На скільки годин відтепер?
desk-arm-life = Скільки щонайбільше діє одна тривога?
desk-arm-none = Виберіть, хто, які тривоги і де.
desk-arm-write = Скласти чернетку наказу
desk-arm-feed = { $name }, автоматичне джерело
desk-raise = Підняти тривогу за ним
desk-void = Відкликати наказ
desk-new-armed = Тривога від одного офіцера
desk-armed-note = За наказом, підписаним наперед: діє з одним підписом.
desk-armed-write-help = Без підпису потрапляє до спільної теки. Досить вашого підпису, щоб тривога діяла.
desk-who = Хто
desk-which = Тривоги
desk-longest = Одна тривога щонайбільше
desk-sender = Надсилає
desk-under-order = За наказом
desk-people-nobody = люди всередині: ніхто не рахував
desk-people-zone-nobody = ніхто не рахував

desk-error-already = Ви це вже підписали. Другий підпис має дати інша особа, хоч би яким ключем.
desk-error-area = Виберіть або зони, або малюнок, і не забагато.
desk-error-area-drawing = Малюнок непридатний. Потрібно щонайменше три кути.
desk-error-area-no-name = Дайте намальованому місцю назву, яку знають люди.
desk-error-area-none = Місця не вибрано. Без місця нічого не надсилається.
desk-error-area-refused = З таким місцем не надсилається: { $reasons }
desk-error-area-unknown-zone = У таблиці цього столу немає зони «{ $zone }».
desk-area-crosses = лінія перетинає або торкається себе
desk-area-swapped = широту й довготу переплутано
desk-area-elsewhere = воно за межами цього регіону
desk-area-too-much = забагато кутів
desk-area-other = незрозуміло, де це
desk-error-arming-hours = Наказ діє задовго або зовсім не діє. За в’язкою щонайбільше { $most } хв.
desk-error-arming-life = Одна тривога діяла б задовго або зовсім не діяла. За в’язкою щонайбільше { $most } хв.
desk-error-arming-nobody = Не вибрано, хто може піднімати тривогу сам.
desk-error-arming-not-now = Наказ зараз не діє: бракує підписів, його відкликано або його час минув.
desk-error-arming-outside = Наказ не охоплює цієї тривоги, зони або тривалості.
desk-error-arming-unknown = В’язка не знає ані особи, ані джерела «{ $who }».
desk-error-armed-drill = Навчання ніколи не піднімають за наказом, підписаним наперед.
desk-error-body = Сторінка і програма не розуміють одна одну. Завантажте сторінку знову.
desk-error-broken = З цим документом щось не так. Його не підписують; складіть знову.
desk-error-cap = Повідомлення було б недійсним.
desk-error-impact-outside = Час прибуття поза часом дії тривоги.
desk-error-key = Файл ключа непридатний.
desk-error-language = Однією з мов текстів немає.
desk-error-machine = Збій програми або спільної теки.
desk-error-mixed-hazards = Ці тривоги про різні небезпеки. Завершуйте кожну окремо.
desk-error-mixed-worlds = Справжнє й навчальне ніколи не в одному документі.
desk-error-no-language = Мови не вибрано.
desk-error-no-ring = Тут немає в’язки ключів: ніхто не міг би підписати.
desk-error-no-such-pair = Для цієї небезпеки на цьому ступені тривоги немає.
desk-error-no-target = Тривоги не названо.
desk-error-not-an-alert = Це не тривога і не навчання.
desk-error-not-here = Ваш ключ не може цього підписати, або підпис більше не потрібен.
desk-error-other-bytes = Повідомлення поряд із документом — не те, яке підписали.
desk-error-people = Це не кількість людей усередині.
desk-error-reason = Виберіть, чому відкликаєте.
desk-error-room = У файлі немає місця для ще одного підпису.
desk-error-signed = Це вже хтось підписав. Таке відкликають, а не викидають.
desk-error-statement = Приймачі це відхилили б.
desk-error-template = Шаблону з такою назвою немає.
desk-error-too-long = Це задовго або зовсім нуль. За в’язкою щонайбільше { $most } хв.
desk-error-world = Цей стіл не складає для цього світу.
desk-why-earthquake-expect = за хвилини ніхто не знає; за секунди це «{ $order }»
desk-why-chemical-prepare = викид не передбачити за години

desk-fault-sent = Повідомлення й документ не з однієї секунди: { $message }, { $statement }.
desk-fault-hazard = Повідомлення про іншу небезпеку, ніж документ: { $hazard }.
desk-fault-template = Документ називає шаблон { $template }, повідомлення — інший.
desk-fault-no-template = Повідомлення не називає шаблону для цього. Ніхто не скаже, що там мало б бути.
desk-fault-expires = Повідомлення й документ закінчуються в різний час.
desk-fault-status = У повідомленні { $found }, документ для { $wanted }.
desk-fault-message-type = Повідомлення типу { $found }, а не { $wanted }.
desk-fault-no-text = У повідомленні немає тексту.
desk-fault-head = Довкола текстів є те, чого не складає жоден шаблон.
desk-fault-other-zones = Зони повідомлення — не ті, що в документі.
desk-fault-blocks-differ = Ці тексти кажуть не те саме: { $language } відрізняється від { $first }: { $parts }.
desk-fault-unknown-language = Мовою { $language } шаблону немає. Ніхто не скаже, що каже цей текст.
desk-fault-not-composed = { $language } — не те, що складає шаблон: { $parts }.
desk-fault-unknown-zone = У таблиці цього столу немає зони { $zone }. Ніхто не скаже, де це.
desk-fault-zone-name = Повідомлення називає зону { $zone } «{ $found }». Її назва «{ $wanted }».
desk-fault-zone-outline = Намальоване для зони { $zone } — не її межа.
desk-fault-targets = Воно не таке, як тривоги, яких стосується: { $parts }.
desk-part-ground = територія
desk-part-zones = зони
desk-part-places = назви місць
desk-part-hazard = небезпека
desk-part-codes = коди
desk-part-times = час
desk-part-words = слова
desk-part-sender = відправник
desk-part-rest = те, чого немає в шаблонах

desk-file-no-envelope = Поряд немає конверта: це ніхто не підписав.
desk-file-too-large = Завеликий.
desk-file-too-many-files = У теці забагато файлів; переглянуто лише перші.
desk-file-unreadable = Не читається.

desk-refusal-too-large = Конверт завеликий.
desk-refusal-bad-envelope = Це не справжній конверт: файл пошкоджено або він не наш.
desk-refusal-bad-base64 = Частину конверта пошкоджено.
desk-refusal-too-many-signatures = У конверті забагато підписів.
desk-refusal-foreign-type = Це чужий документ.
desk-refusal-update-needed = Це новіше за цю програму. Оновіть програму.
desk-refusal-unexpected-type = Документ не того типу, який тут потрібен.
desk-refusal-bad-bundle = Пакунок пошкоджено.
desk-refusal-root-not-pinned = Це не той корінь, якому довіряє цей стіл.
desk-refusal-root-gap = Бракує кореня між ними; лишається останній добрий.
desk-refusal-root-fork = Відомий інший корінь із тим самим номером.
desk-refusal-root-world = Корінь міняє справжнє на лабораторне або навпаки.
desk-refusal-root-threshold-before = Замало осіб попереднього кореня підписали.
desk-refusal-root-threshold-own = Замало власних осіб підписали корінь.
desk-refusal-ring-threshold = Замало хранителів підписали в’язку.
desk-refusal-ring-too-long = В’язка заявляє задовгий строк.
desk-refusal-ring-rolled-back = Відома новіша в’язка.
desk-refusal-ring-missing = Під найновішим коренем немає чинної в’язки; лишаються останні добрі.
desk-refusal-no-ring = Немає в’язки, щоб перевірити підписи.
desk-refusal-no-valid-signature = Жоден підпис не зроблено ключем із в’язки.
desk-refusal-bad-json = Документ пошкоджено.
desk-refusal-bad-statement = У документі чогось бракує, щось зайве або він суперечить собі.
desk-refusal-other-scope = Документ належить до іншого кореня.
desk-refusal-type-not-granted = Ніхто з підписантів не має права на такі документи.
desk-refusal-outside-rights = Ніхто з підписантів не має права на цей ступінь, небезпеку, зону чи укриття.
desk-refusal-compromised-key = Підписів вистачало, доки один ключ не виявився в чужих руках.
desk-refusal-ring-too-old = Строк в’язки минув понад 400 днів тому.
desk-refusal-ring-too-old-for-one = Строк в’язки минув понад 30 днів тому: однієї особи замало.
desk-refusal-standalone-missing = Жоден підпис не з окремої програми.
desk-refusal-second-person-awaited = Підписало менше осіб, ніж вимагає в’язка.
desk-refusal-builder-missing = Немає підпису машини, що збирає.
desk-refusal-reviewer-missing = Замало осіб прочитали відмінності й підписали.
desk-refusal-wrong-holder = Підписала машина не того виду.
desk-refusal-arming-unseen = Наказу, на який воно посилається, немає в теці.
desk-refusal-arming-not-valid = Наказові, на який воно посилається, бракує підписів або прав.
desk-refusal-arming-void = Наказ відкликано.
desk-refusal-arming-too-long = Наказ охоплює більше годин, ніж дозволено.
desk-refusal-armed-by-other = Наказ називає інших.
desk-refusal-armed-outside-hours = Видано поза часом наказу.
desk-refusal-armed-outside-zones = Названо зону, якої немає в наказі.
desk-refusal-armed-other-hazard = Про небезпеку, якої немає в наказі.
desk-refusal-armed-other-stage = Ступеня, якого немає в наказі.
desk-refusal-armed-other-template = За шаблоном, якого немає в наказі.
desk-refusal-armed-too-long = Діє довше, ніж дозволяє наказ.
desk-refusal-solo-too-long = Тривога від одного офіцера діє довше, ніж дозволяє в’язка.
desk-refusal-solo-renewed = Один офіцер не може сам продовжити свою тривогу.
desk-refusal-solo-too-late = Сам офіцер може відкликати лише невдовзі після тривоги.
desk-refusal-solo-target-unseen = Сам офіцер може відкликати лише те, що тут відоме.
desk-refusal-lowering-needs-two = Нижчий ступінь або менша територія потребують двох осіб.
desk-refusal-cap-missing = У теці немає повідомлення, яке до нього належить.
desk-refusal-cap-length = Довжина повідомлення не та, яку підписано.
desk-refusal-cap-digest = Повідомлення змінено: це не ті байти, що належать до документа.
desk-refusal-cap-unreadable = Повідомлення — не дійсний CAP 1.2.
desk-refusal-cap-status = Справжнє, навчання чи лабораторія: повідомлення й документ різняться.
desk-refusal-cap-message-type = Повідомлення робить не те, що документ.
desk-refusal-cap-sent = Повідомлення надіслано не в ту секунду, що в документі.
desk-refusal-cap-expires = Повідомлення закінчується не в ту секунду, що в документі.
desk-refusal-cap-response = Повідомлення й документ не сходяться, чи це завершує тривогу.
desk-refusal-cap-area = Територія повідомлення — не та, що в документі.
desk-refusal-cap-references = Повідомлення стосується не тих повідомлень, що документ.
desk-refusal-life-too-long = Діє довше, ніж може цей ступінь.
desk-refusal-target-other-world = Стосується повідомлення з іншого світу.
desk-refusal-target-outside-rights = Підписанти не мають права на те, чого воно стосується.
desk-refusal-blocked-by-cancel = Двоє відкликали це.
desk-refusal-epoch-ahead = Лічильник з епохи, якої в’язка ще не почала.
desk-refusal-rolled-back = Відоме новіше.
desk-refusal-stale = Застаре, щоб щось значити.
desk-refusal-siren-other = Це не для цього пристрою.
desk-refusal-siren-too-long = Звучить понад 180 с.
desk-refusal-siren-inner = Тривога в ньому не діє або не для сирени.
desk-refusal-store-full = Немає місця для ще одного документа.

desk-signature-malformed = це не підпис
desk-signature-unknown-key = ключа немає у в’язці
desk-signature-webauthn-unsupported = це вебавтентифікатор, їх ще не перевіряють
desk-signature-weak-key = ключ неналежний
desk-signature-wrong-signature = не пасує до цих байтів
desk-signature-compromised-key = ключ у чужих руках
desk-signature-retired-key = ключ повернуто раніше
desk-signature-type-not-granted = ключ не має права на цей тип
desk-signature-outside-rights = ключ не має права на цей ступінь, небезпеку, зону чи укриття

desk-note-ring-expired = Строк в’язки минув. Потрібна новіша.
desk-note-ring-behind = Складено за новішої в’язки, ніж тут.
desk-note-clock-behind = Видано пізніше, ніж показує цей годинник: він відстає.
desk-note-expired = Його час минув.
desk-note-second-officer-awaited = Підняв один офіцер; чекають на другого.
desk-note-same-id = Діє ще один документ із тим самим номером: чинні обидва.
desk-note-target-unseen = Стосується того, чого тут не знають.
desk-note-target-outside-rights = Підписанти не мають права на одну з цілей; вона лишається.
desk-note-target-other-world = Одна з цілей — з іншого світу; вона лишається.
desk-note-elsewhere = Це для інших місць.


hazard-air-raid = повітряна тривога
hazard-earthquake = землетрус
hazard-tsunami = цунамі
hazard-flood = повінь
hazard-landslide = зсув ґрунту
hazard-storm-surge = штормовий нагін
hazard-fire = велика пожежа
hazard-volcano = виверження вулкана
hazard-radiological = радіаційна загроза
hazard-chemical = хімічна загроза
hazard-untold = не можу визначити
hazard-and = { $first } + { $second }

walker-adult = дорослий
walker-older = людина похилого віку
walker-child = дитина або візочок
walker-wheelchair = крісло колісне
walker-night = { $walker }, уночі


late-air-raid-inner-room = Зайдіть у внутрішню кімнату або на сходи без вікон, не на поверсі входу і не під дахом. Ляжте подалі від скла.
late-air-raid-lie-down = Зійдіть з вулиці в найближчу міцну будівлю; якщо за кілька кроків її немає, ляжте в заглибину або за стіну й прикрийте голову.
late-earthquake-drop-cover-hold = Опустіться на коліна, сховайтеся під стіл і тримайтеся, доки не припиняться поштовхи. Потім вийдіть сходами.
late-earthquake-open-ground = Вийдіть на відкрите місце, подалі від стін, скла та дротів.
late-tsunami-highest-floor = Негайно підніміться: на найвищий поверх або дах найвищої міцної будівлі, до якої встигнете. Ніколи не вниз, не до моря і не до річки.
late-tsunami-high-ground = Негайно підніміться: на найближче узвишшя або у високу міцну будівлю, якомога вище. Ніколи не до моря і не до річки.
late-flood-highest-floor = Підніміться на найвищий поверх. Ніколи не спускайтеся в підвал і не йдіть через рухому воду.
late-flood-high-ground = Ідіть на узвишшя або на верхні поверхи найближчої міцної будівлі. Ніколи не йдіть у підземний перехід і через рухому воду.
late-storm-surge-highest-floor = Підніміться на найвищий поверх. Ніколи не спускайтеся в підвал і не йдіть через рухому воду.
late-storm-surge-high-ground = Ідіть на узвишшя або на верхні поверхи найближчої міцної будівлі. Ніколи не йдіть у підземний перехід і через рухому воду.
late-landslide-upstairs-away-from-slope = Підніміться на верхній поверх, на бік, віддалений від схилу.
late-landslide-sideways = Відійдіть убік зі шляху зсуву, не вниз уздовж нього, і вгору.
late-fire-keep-going = Ідіть далі від вогню, впоперек вітру, на відкрите місце або до широкої води. Не повертайтеся.
late-volcano-keep-going = Ідіть далі від вулкана, вийдіть з долин. Прикрийте рот і очі.
late-radiological-middle-or-cellar = Ідіть у підвал або всередину будівлі. Зачиніть вікна й двері, зніміть верхній одяг.
late-radiological-into-building = Зайдіть у найближчу міцну будівлю, у підвал або всередину. Зніміть верхній одяг біля дверей.
late-chemical-upstairs-sealed = Підніміться на верхній поверх, не в підвал. Зачиніть і ущільніть вікна та двері, вимкніть вентиляцію.
late-chemical-upwind = Ідіть впоперек вітру і вгору, геть від запаху чи хмари; або на верхній поверх найближчої будівлі.
late-air-raid-with-chemical-inner-room-above-ground = Ідіть у внутрішню кімнату вище першого поверху, не в підвал. Зачиніть і ущільніть двері та вікна.
late-air-raid-with-chemical-into-building-upstairs = Зайдіть у найближчу міцну будівлю й підніміться у внутрішню кімнату, не в підвал.
late-untold-inner-room-above-ground = Ідіть у внутрішню кімнату вище першого поверху, подалі від вікон, і слухайте офіційні повідомлення. Якщо вода — підніміться вище; якщо дим чи запах — відійдіть від нього впоперек вітру.
late-untold-into-building = Зайдіть у найближчу міцну будівлю, вище першого поверху, подалі від вікон, і слухайте офіційні повідомлення. Якщо вода — підніміться вище; якщо дим чи запах — відійдіть від нього впоперек вітру.
late-no-hazard = Що робити натомість, залежить від загрози: виконуйте вказівки влади.
late-no-shelter = ЖОДНОГО УКРИТТЯ цього району неможливо досягти звідси вчасно з такою швидкістю ({ $left }). { $order }
late-on-arrival = Опинившись усередині: { $order }


page-title = hinan: яке укриття, яким шляхом, за скільки хвилин
page-question = Яке укриття, яким шляхом, за скільки хвилин?
page-place = Укриття: { $place }
page-not-for-emergency = Не для використання в надзвичайній ситуації. Виконуйте вказівки влади.
page-cannot-wake = Ця сторінка не може вас розбудити: увімкніть на телефоні державні екстрені сповіщення.
page-not-reviewed = Цю мову ще не перевірив носій.
page-data-date = Дані від { $date }
page-data-date-unknown = Дата даних невідома
page-attribution = Чиї це дані
page-language = Мова
page-theme = Кольори
page-theme-light = Світлі
page-theme-dark = Темні
page-theme-system = Як у системі
page-skip-to-plans = Перейти до планів
page-menu = Меню

page-tab-resident = Мешканець
page-tab-planner = Планувальник

page-map = Мапа
page-map-help = Мапа вулиць, укриттів і порогів. Виберіть місце клацанням або рухайте мапу стрілками й натисніть Enter.
page-zoom-in = Збільшити
page-zoom-out = Зменшити
page-show-all = Показати весь регіон
page-legend = Умовні позначення
page-legend-minutes = Хвилини звідси до входу в укриття
page-band-first = до { $minutes } хв
page-band = { $from }–{ $to } хв
page-band-over = понад { $minutes } хв
page-no-way = немає шляху до укриття
page-unknown = невідомо
page-forbidden = заборонена територія
page-shelter-official = офіційне укриття
page-shelter-mapped = є на мапі, немає в офіційному переліку
page-shelter-candidate = кандидат, ніхто не визнав його придатним
page-shelter-closed = зачинене тут вами

page-search-none = Нічого не знайдено: «{ $words }».
page-search-results = { $number ->
    [one] { $number } результат
    [few] { $number } результати
    [many] { $number } результатів
   *[other] { $number } результату
}
page-choose-start = Клацніть на мапі свою будівлю.
page-locate = Моє місцеположення
page-locate-note = Ваше місцеположення не залишає цього пристрою.
page-locate-failed = Не вдалося визначити місцеположення. Клацніть на мапі свою будівлю.
page-hazard = Загроза
page-hazard-any = будь-яка загроза
page-walker = Хто йде
page-floor = Поверх
page-floor-help = Скільки поверхів до виходу; ліфти не враховуються.
page-delay = Час до першого кроку
page-within = Скільки є часу
page-within-default = за зоною, містом, загрозою
page-at = День і час
page-at-now = О будь-якій годині
page-more-options = Більше умов

page-plans = Плани
page-plan = План { $letter }
page-plan-zero = План 0: ця будівля
page-minutes = { $minutes ->
    [one] хвилина
    [few] хвилини
    [many] хвилин
   *[other] хвилини
}
page-in-time = Вчасно
page-go-at-once = Виходьте негайно
page-only-if-outside = Лише якщо вже надворі
page-late = Запізно
page-what-to-do = Що робити зараз
page-the-way = Шлях
page-facts = Про це укриття
page-print = Друкувати
page-clear = Очистити
page-no-plans = Звідси немає жодного плану

page-coverage = Охоплення
page-all = Усі
page-in-time-share = Частка тих, хто встигає
page-median = Медіана
page-worst = Найгірше
page-count = Порахувати
page-counting = Підрахунок…
page-export = Експорт
page-export-csv = Таблиця (CSV)
page-export-geojson = Шар мапи (GeoJSON)
page-export-gpkg = Шар мапи (GeoPackage)
page-export-parquet = Таблиця з місцями (GeoParquet)
page-close-shelter = Зачинити це укриття
page-open-shelter = Знову відчинити це укриття
page-close-street = Закрити цю вулицю
page-open-street = Знову відкрити цю вулицю
page-reset = Скасувати всі закриття
page-changed = Що зміниться
page-lose = { $people ->
    [one] { $people } людина більше не встигає
    [few] { $people } людини більше не встигають
    [many] { $people } людей більше не встигають
   *[other] { $people } людини більше не встигає
}
page-gain = { $people ->
    [one] { $people } людина тепер встигає
    [few] { $people } людини тепер встигають
    [many] { $people } людей тепер встигають
   *[other] { $people } людини тепер встигає
}
page-nothing-changes = Ні для кого нічого не зміниться.
page-audit = Помилки в даних
page-audit-none = Помилок не знайдено. Це не означає, що їх немає.
page-audit-findings = { $number ->
    [one] { $number } зауваження
    [few] { $number } зауваження
    [many] { $number } зауважень
   *[other] { $number } зауваження
}
page-audit-costs = від цього { $people ->
    [one] залежить { $people } особа
    [few] залежать { $people } особи
    [many] залежать { $people } осіб
   *[other] залежать { $people } особи
}
page-compare = Порівняти
page-difference = Друге мінус перше
page-show-on-map = Показати на мапі

page-close = Готово
page-error = Сталася помилка: { $reason }
page-error-outside = Це місце поза межами регіону.
page-error-no-street = У межах { $length } немає вулиці, якою ця людина може пройти.
page-error-map = Цей браузер не може намалювати мапу. Плани нижче все одно працюють.

page-keyboard = Клавіатура
page-key-move = Стрілки: рухати мапу
page-key-zoom = Плюс і мінус: масштаб
page-key-choose = Enter: вибрати місце посередині
page-key-search = Скісна риска: пошук
page-key-close = Escape: закрити

page-search-or-place = Вулиця, укриття або широта,довгота
page-search-go = Шукати
page-time-help = Як 90 s або 10 min.
page-changed-help = Натисніть на укриття або вулицю на мапі, щоб закрити: одразу видно, що зміниться.
page-before = До
page-after = Після
page-change = Зміна
page-as-table = Те саме в таблицях
page-districts = Райони
page-districts-help = Рахувати за районами: перетягніть сюди файл GeoJSON або виберіть його.
page-file-no-geojson = це не GeoJSON з об’єктами
page-file-too-large = більше ніж { $megabytes } МБ
page-other-way = Ніхто не втрачає і не отримує шляху вчасно; найближче укриття або шлях до нього змінюється для { $people } людей.
page-own-building = сама будівля є укриттям

page-queue = Час очікування біля дверей
page-inside = Укриття в цьому будинку
page-inside-listed = як у переліках
page-inside-known = є
page-inside-unknown = невідомо
page-inside-none = немає
page-also-counted = Враховано: { $what }
page-offered = Запропоновані укриття
page-compare-curves = Відсоток людей в укритті за хвилинами від тривоги
page-finding = помилка в даних
page-shelters = Укриття
page-changed-later = Від { $doorsteps ->
    [one] { $doorsteps } порога
   *[other] { $doorsteps } порогів
} йти довше: посередині на { $median }, щонайбільше на { $worst }.
page-changed-lose = { $doorsteps ->
    [one] { $doorsteps } поріг втрачає
    [few] { $doorsteps } пороги втрачають
    [many] { $doorsteps } порогів втрачають
   *[other] { $doorsteps } порога втрачають
} усі шляхи до укриття.

page-everyone = Місце для кожного
page-everyone-help = Хто вчасно отримає місце, якщо укриття вміщують лише певну кількість людей. Спершу якнайбільше людей, потім якнайменше ходьби.
page-everyone-count = Порахувати місця
page-everyone-places-each = Місць, де в переліку не вказано
page-everyone-people-each = Людей біля кожних дверей
page-everyone-answer = Вчасно мають місце { $placed } з { $people }, не мають { $left }.
page-everyone-starts = Невідомо, скільки людей тут живе: усі двері рахуються однаково.
page-everyone-unknown = Укриття, для яких ніхто не знає кількості місць: { $shelters }.
page-everyone-norm = Місця пораховано за площею (укриттів: { $shelters }): { $m2 } м² на людину ({ $source }).
page-everyone-proven = Доведено: інакше не розмістити більше людей, а цих — з меншою ходьбою.
page-everyone-not-proven = Добра відповідь, але не доведено, що найкраща.
page-everyone-instead = місце для когось
page-everyone-more = І ще { $number }; щоб їх побачити, впорядкуйте за іншим стовпцем.
page-everyone-on-map = На мапі
page-everyone-sign-room = Укриття, де є місця: що більше коло, то більше значення
page-everyone-sign-full = Заповнене укриття
page-everyone-sign-without = Люди без місця
page-everyone-shelter = Укриття
page-everyone-places = Місць
page-everyone-load = Направлено людей
page-everyone-price = Чого варте ще одне місце
page-everyone-lose = Не встигнуть, якщо зачинено
page-everyone-longer = Йтимуть довше
page-sites = Нові укриття
page-sites-help = Де мають бути нові укриття. Ті, що є, лишаються.
page-sites-new = Скільки
page-sites-objective = Що важливо
page-sites-cover = найбільше людей встигає
page-sites-median = найменше ходьби разом
page-sites-center = найкоротший найдовший шлях
page-sites-candidates = Де вони можуть бути
page-sites-nodes = будь-який ріг вулиць
page-sites-osm = станції метро, стоянки, школи з мапи
page-sites-find = Знайти місця
page-sites-answer-cover = З новими укриттями ({ $sites }) встигають { $after } з { $people }; тепер { $now }.
page-sites-answer-median = Усі шляхи разом: { $after }, тепер { $now }; не дістаються нікуди: { $without }.
page-sites-answer-center = Найдовший шлях: { $after }, тепер { $now }; не дістаються нікуди: { $without }.
page-sites-proven = Доведено: жоден інший вибір такої кількості не кращий.
page-sites-bound = Жоден вибір такої кількості не кращий за { $bound }.
page-sites-beyond = Жодне з цих місць не допоможе вчасно: людей { $people }.
page-sites-any-time = Загрозу не вибрано, тож будь-який шлях вважається вчасним. Виберіть загрозу або іншу мету.
page-sites-place = Місце
page-sites-adds-cover = Додає людей
page-sites-adds-median = Заощаджує
page-sites-adds-center = Заощаджує
page-sites-then-cover = Тоді встигають
page-sites-then-median = Тоді всі шляхи
page-sites-then-center = Тоді найдовший шлях
page-sites-hours = { $hours } год
page-sites-curve = Люди, які встигають із 0, 1, 2, ... новими укриттями
page-sites-across = нові укриття
page-sites-capacitated = Враховувати місткість
page-sites-places = Місць у новому
page-sites-places-each = Місць там, де їх не вказано
page-sites-reserve = Лишати вільними в наявних укриттях (%)
page-sites-places-now = Місць у наявних укриттях: { $places }.
page-sites-answer-cover-places = З новими укриттями ({ $sites }) місце вчасно мають { $after } з { $people }; тепер { $now }.
page-sites-answer-median-places = Усі шляхи разом: { $after }, тепер { $now }; людей без місця: { $without }.
page-sites-curve-places = Люди, які мають місце вчасно з 0, 1, 2, ... новими укриттями


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


time-seconds = { $seconds } с
time-minutes = { $minutes } хв
time-minutes-seconds = { $minutes } хв { $seconds } с
time-unreachable = недосяжно
length-metres = { $metres } м
length-kilometres = { $kilometres } км
list-and-more = { $list }, { $item }
`;export{e as default};