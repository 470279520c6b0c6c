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


guide-name-ways = Шляхи
guide-name-notes = Нотатки
guide-skip = Перейти до головного
guide-back = Назад
guide-tab-now = Зараз
guide-tab-plans = Плани
guide-tab-cards = Де я
guide-tab-more = Ще

guide-confirmed = Востаннє підтверджено о { $time }
guide-looked = Тривоги перевірено о { $time }
guide-no-contact = Немає зв’язку з { $time }
guide-no-sender = Сюди не надходять тривоги
guide-no-sender-help = Тут ніхто не надсилає тривог на цю сторінку. Слухайте сирени, радіо та офіційні канали.
guide-silence = Тиша тут нічого не означає. Слухайте сирени, радіо та офіційні канали.
guide-until-word = Дійте так до офіційного повідомлення: радіо, гучномовці, офіційні канали.
guide-clock-behind = Годинник цього пристрою може бути неправильним: дивіться на час тривоги.
guide-data-of = Вулиці та укриття станом на { $date }
guide-data-old = Цим даним понад 90 днів ({ $date }). Входи та шляхи могли змінитися.
guide-data-undated = Невідомо, скільки років цим даним. Входи та шляхи могли змінитися.

guide-what-happens = Що відбувається?
guide-siren = Я чую сирену
guide-shaking = Відчуваю сильні поштовхи
guide-untold = Щось не так, не можу зрозуміти що
guide-plan-for = План на випадок: { $hazard }
guide-where-now = Де ви зараз?
guide-all-plans = Усі плани, карта
guide-drill-walk = Спробувати шлях зараз

guide-issued = оголошено о { $time }
guide-area = Де: { $place }
guide-message = У повідомленні: { $words }
guide-sender = Від: { $sender }
guide-told-siren = Ви почули сирену о { $time }
guide-told-shaking = Ви відчули поштовхи о { $time }
guide-told-untold = О { $time } ви сказали, що щось не так
guide-told-no-alert = Це з ваших слів, а не з підписаної тривоги.
guide-told-end = Про кінець оголошено офіційно
guide-told-mistake = Натиснуто помилково
guide-what-is-it = Якщо ви знаєте, що це:
guide-after-shaking = Коли поштовхи припиняться
guide-after-shaking-out = Вийдіть сходами на відкрите місце, подалі від стін, скла й дротів. Біля моря — підніміться вище.
guide-more-alerts = Інші повідомлення
guide-unconfirmed = Непідтверджене повідомлення
guide-unconfirmed-do = Під цим замало чинних підписів. Слухайте офіційні повідомлення.
guide-cancelled = Скасовано
guide-why-here = Це стосується місця, де ви є.
guide-why-at-start = Це стосується вашого початку шляху.
guide-why-at-poster = Це стосується місця останнього відсканованого плаката.
guide-why-at-remembered = Це стосується збереженого місця: { $name }.
guide-why-where-are-you = Невідомо, де ви: це може стосуватися вас.
guide-why-may-be-you = Його місце нам невідоме: це може стосуватися вас.
guide-why-elsewhere = Для інших місць.

guide-needed = потрібно
guide-left = залишилося
guide-there-is = є від початку тривоги
guide-length = шлях
guide-next = Далі:
guide-only-outside = Лише якщо ви вже надворі:
guide-nearest-late = Найближче, звідси запізно:
guide-where = Звідки ви йдете?
guide-choose-start = Вибрати початок шляху
guide-change-start = Інший початок
guide-places-stay = Місця залишаються на цьому пристрої.
guide-from = Ви йдете звідси: { $start }
guide-at-position = положення цього пристрою
guide-yes-here = Так, я тут
guide-working = Шукаємо шлях…
guide-no-street = Поруч із цим початком немає вулиці, якою можна йти. Виберіть інший.
guide-engine-fault = Не вдалося обчислити. Дійте за написаним вище й офіційними повідомленнями.
guide-loading = Завантажуємо місто: { $percent } %
guide-no-city = Даних міста на цьому пристрої немає. Кнопки та картки працюють і без них.
guide-load-again = Завантажити знову
guide-pets-no = У переліку зазначено: без тварин.
guide-pets-unknown = Чи можна з тваринами, невідомо.
guide-slower = Час тут довший: колись вам знадобилося більше, ніж за планом.

guide-floor = поверх { $floor }
guide-night = Темно
guide-pets = З твариною

guide-search = Вулиця, номер будинку, місце
guide-kind-place = місце
guide-kind-shelter = укриття
guide-kind-street = вулиця
guide-kind-address = адреса
guide-locating = Визначаємо положення…
guide-locate-failed = Положення не знайдено. Скористайтеся пошуком або картою.
guide-is-it-here = Ви йдете звідси?
guide-yes-start = Так, я йду звідси
guide-remember-here = Запам’ятати це місце на пристрої
guide-place-name = Як його назвати
guide-home = Дім
guide-remember = Так, і запам’ятати
guide-remembered = Збережені місця
guide-poster = Плакат
guide-poster-help = Або відскануйте код плаката біля входу.
guide-by-crossing = біля { $street }
guide-near = поруч: { $name } ({ $length })
guide-map-help = Карта шляхів. Те саме написано словами поруч. Рухайте стрілками.
guide-map-choose-help = Карта. Торкніться місця початку або рухайте стрілками й натисніть Enter.

guide-walk-now = Показати шлях
guide-walk-on = Далі шляхом
guide-walk-plan = Шлях плану { $letter }
guide-drill-band = Проба шляху: це не тривога
guide-to = До: { $name }
guide-step = Крок { $step } з { $steps }
guide-in-length = за { $length }
guide-then = потім: { $words }
guide-off-way = Ви за { $length } від шляху.
guide-next-step = Готово, далі
guide-step-back = Крок назад
guide-inside = Я всередині
guide-follow = Стежити за положенням
guide-walked = у дорозі
guide-planned = за планом
guide-door-closed = Двері зачинено
guide-end-walk = Завершити шлях
guide-arrived = Ви на місці
guide-to-start = На головний екран
guide-switch = Ідіть до іншого укриття:
guide-switch-late = Звідси вчасно не дійти до іншого укриття. Зробіть так:
guide-go-there = Показати той шлях
guide-learned = Вам знадобилося { $took }, за планом { $planned }. Відтепер плани рахують із довшим часом.
guide-learned-same = Вам знадобилося { $took }, за планом { $planned }. Плани не змінюються.

guide-speak = Прочитати вголос
guide-hush = Зупинити читання

guide-share = Поділитися планом
guide-share-says = Хто це отримає, побачить ваш початок шляху. Нічого не надсилається, доки ви не надішлете.
guide-share-text = Поділитися текстом
guide-copy-text = Скопіювати текст
guide-copy-link = Скопіювати посилання
guide-copied = Скопійовано.
guide-copy-failed = Не вдалося скопіювати. Виділіть текст вище.
guide-code = Код цього початку для камери іншого телефона

guide-bedside = Біля ліжка
guide-bedside-help = Тримає екран увімкненим і темним, звучить при тривозі або втраті зв’язку. Підключіть зарядку.
guide-bedside-on = Екран не гасне і звук увімкнено, доки ця сторінка відкрита й попереду.
guide-bedside-start = Почати й почути сигнал
guide-bedside-off = Завершити
guide-no-wake-lock = Цей браузер не тримає екран увімкненим: він може згаснути й замовкнути.

guide-selftest = Перевірити пристрій
guide-selftest-help = Що тут працює, перевірено щойно.
guide-trial-engine = Місто відкрито
guide-trial-files = Файли цілі
guide-trial-store = Браузер зберігає дані
guide-trial-lasting = Збережене не буде викинуто
guide-trial-offline = Відкривається без мережі
guide-trial-trust = Знає, чиїм тривогам вірити
guide-trial-contact = Тривоги щойно отримано
guide-trial-sound = Звук розблоковано
guide-trial-voice = Сам читає вашою мовою
guide-trial-vibration = Вібрує
guide-trial-awake = Тримає екран увімкненим
guide-trial-is-works = працює
guide-trial-is-fails = не працює
guide-trial-is-unknown = невідомо
guide-hear-tone = Почути сигнал
guide-try-again = Перевірити знову

guide-settings = Налаштування
guide-contrast = Висока контрастність
guide-frugal = Берегти батарею
guide-frugal-help = Чорне тло, без карти, рідше оновлення.
guide-easy = Проста мова
guide-easy-help = Короткі речення й малюнки поряд із вказівками.
guide-who = Хто йде
guide-forget-pace = Забути це
guide-hidden-head = Щоб не помітили
guide-hidden = Прихований режим
guide-hidden-help = Навчання не звучать і не займають екран. Справжні тривоги — так.
guide-called = Показувати як
guide-called-help = Назва й знак на головному екрані; виберіть до встановлення.
guide-none-remembered = Немає.
guide-forget-place = Забути: { $name }
guide-stored = Що є на цьому пристрої
guide-stored-size = { $place }: { $megabytes } МБ
guide-store-fails = Цей браузер нічого не зберігає: збережіть місто як файл.
guide-save-file = Зберегти як файл
guide-open-file = Відкрити з файла
guide-loaded = Завантажено повністю.
guide-load-failed = Не вдалося завантажити. Попереднє залишається.
guide-file-refused = Файл пошкоджено або це не місто. Попереднє залишається.
guide-forget-head = Забути все
guide-forget-help = Місця, налаштування, повідомлення й місто одразу зникнуть із пристрою.
guide-forget-all = Забути все зараз

guide-first-title = Чого ця сторінка не може
guide-first-sound = Вона мовчить, коли закрита або доки ви її не торкнулися.
guide-first-data = Вона знає { $place } станом на { $date }. Двері можуть бути зачинені, шляхи перекриті: вірте очам.
guide-first-data-unknown = Її дані мають вік: двері можуть бути зачинені, шляхи перекриті. Вірте очам.
guide-first-official = Сирени, влада й ваші очі важливіші.
guide-first-silence = Коли вона нічого не показує, це нічого не означає.
guide-first-can = Що вона може
guide-first-offline = Після завантаження працює без мережі: яке укриття, яким шляхом, скільки хвилин.
guide-first-private = Де ви є, знає лише цей пристрій. Облікового запису немає.
guide-first-ok = Прочитано

guide-all-cards = Усі картки
guide-card-car = В автомобілі
guide-do-first-car = Зупиніться збоку, заглушіть двигун, залиште ключ.
guide-do-then-car = Повітряна тривога: вийдіть і сховайтеся в міцній будівлі або ляжте в рів подалі від авто.
guide-do-last-car = Цунамі, повінь: не їдьте крізь воду. Залиште авто й підніміться пішки.
guide-card-bus = В автобусі, трамваї
guide-do-first-bus = Слухайте водія. Виходьте там, де зупинилися, не між машинами.
guide-do-then-bus = Повітряна тривога: зайдіть у найближчу міцну будівлю, подалі від скла.
guide-do-last-bus = Поштовхи: тримайтеся й закрийте голову. Біля моря потім підніміться вище.
guide-card-metro = У метро
guide-do-first-metro = Повітряна тривога: підземна платформа — укриття. Ідіть до середини, далі від краю.
guide-do-then-metro = Вода, дим чи газ: негайно нагору сходами.
guide-do-last-metro = Поїзд став у тунелі: слухайте персонал. Не сходьте на колії самі.
guide-card-lift = У ліфті
guide-do-first-lift = Натисніть усі поверхи й вийдіть на першому, де відчинилося.
guide-do-then-lift = Застрягли: натисніть кнопку виклику й говоріть. Не розтискайте двері.
guide-do-last-lift = Далі лише сходами.
guide-card-bridge = На мосту
guide-do-first-bridge = Зійдіть з мосту до ближчого кінця.
guide-do-then-bridge = Повітряна тривога й нема часу: ляжте під перила, закрийте голову.
guide-do-last-bridge = Цунамі, повінь: від річки та вгору, ніколи під міст.
guide-card-beach = На пляжі
guide-do-first-beach = Сильні чи довгі поштовхи або море відступає: одразу біжіть угору, не чекаючи тривоги.
guide-do-then-beach = На узвишшя або на верх високої міцної будівлі. Не повертайтеся по речі.
guide-do-last-beach = Хвилі йтимуть годинами. Не спускайтеся до офіційного повідомлення.
guide-card-field = У полі
guide-do-first-field = Повітряна тривога: ляжте в заглибину чи за насип, закрийте голову, відкрийте рот.
guide-do-then-field = Подалі від дерев, щогл, машин і пального.
guide-do-last-field = Дим чи запах: упоперек вітру, вгору. Не торкайтеся нічого, що лежить.
guide-card-top-floor = На верхньому поверсі
guide-do-first-top-floor = Повітряна тривога: вниз сходами, якщо є час; інакше дві стіни між вами й вулицею.
guide-do-then-top-floor = Подалі від вікон: внутрішня кімната або сходи без скла.
guide-do-last-top-floor = Цунамі, повінь: не спускайтеся. Пожежа внизу: сходами назовні, низько під димом.
guide-card-children = З дітьми
guide-do-first-children = Тримайтеся за руки, найменших несіть. Скажіть коротко: зараз ідемо в укриття.
guide-do-then-children = У школі дітей ведуть в укриття там. Не їдьте до школи.
guide-do-last-children = Ім’я, телефон і група крові на папірці в кишені.
guide-card-wheelchair = На візку
guide-do-first-wheelchair = Скажіть голосно: «Удвох допоможіть мені сходами». Не користуйтеся ліфтом.
guide-do-then-wheelchair = Виберіть «візок»: шляхи без сходів.
guide-do-last-wheelchair = Повітряна тривога й нема часу: внутрішня кімната, гальма, голову вниз і закрити.
guide-card-after = Після удару
guide-do-first-after = Може бути другий удар: не збирайтеся там, лишайтеся в укритті.
guide-do-then-after = Запах газу: без вогню й вимикачів, відчиніть вікна, вийдіть.
guide-do-last-after = Не чіпайте невідомого, позначте, поверніться тим самим шляхом, телефонуйте рятувальникам.

guide-other-languages = Інші мови
guide-tourist-help = Покажіть це тим, хто не читає вашою мовою.

easy-inner-room = Зайдіть у будинок. Ідіть у кімнату без вікон. Ляжте.
easy-lie-down = Зайдіть у міцний будинок. Немає поруч? Ляжте. Руки на голову.
easy-drop-cover-hold = Присядьте. Сховайтеся під стіл. Тримайтеся.
easy-open-ground = Вийдіть на відкрите місце. Далі від стін і скла.
easy-highest-floor = Негайно вгору. На найвищий поверх. Не спускайтеся.
easy-high-ground = Негайно вгору. На пагорб або у високий будинок. Далі від води.
easy-upstairs-away-from-slope = Ідіть нагору. У бік від схилу.
easy-sideways = Ідіть убік і вгору. Не вниз схилом.
easy-keep-going = Ідіть від вогню. Не зупиняйтеся. Не повертайтеся.
easy-middle-or-cellar = У підвал або всередину будинку. Зачиніть вікна. Зніміть куртку.
easy-into-building = Зайдіть у міцний будинок. Далі від вікон.
easy-upstairs-sealed = Ідіть нагору. Не в підвал. Зачиніть вікна й двері.
easy-upwind = Ідіть убік від вітру й угору. Далі від запаху.
easy-inner-room-above-ground = Нагору, у внутрішню кімнату. Не в підвал. Далі від вікон.
easy-into-building-upstairs = Зайдіть у міцний будинок. Нагору. Не в підвал.


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


notice-emergency = Створено з --emergency: шляхи ведуть через приватні двори та брами. НЕ ДЛЯ ПУБЛІКАЦІЇ.
notice-no-shelters = У цьому районі немає даних про укриття: їх не надано. Це нічого не каже про саму місцевість.
notice-candidates = Кандидати, а не офіційні укриття: { $candidates } з { $places ->
    [one] { $places } місця
   *[other] { $places } місць
}. Ніхто не визнав їх придатними.
notice-private = Деякі укриття є закритими записами власника переліку: не публікуйте.
notice-data = Дані: { $credit }
notice-not-for-emergency = Не для використання в надзвичайній ситуації: виконуйте вказівки влади.


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


step-to-street = { $length } до вулиці
step-turn = { $turn ->
    [north] на північ:
    [north-east] на північний схід:
    [east] на схід:
    [south-east] на південний схід:
    [south] на південь:
    [south-west] на південний захід:
    [west] на захід:
    [north-west] на північний захід:
    [straight] прямо:
    [left] ліворуч:
    [right] праворуч:
    [round] розверніться:
   *[then] далі:
}
step-ground = { $ground ->
    [steps-up] угору сходами
    [steps-down] униз сходами
    [steps] сходами
    [lift] ліфтом
    [footpath] пішохідною доріжкою
    [track] ґрунтовою дорогою
    [service-road] проїздом
    [square] через площу
    [platform] платформою
    [pier] причалом
    [crossing] через перехід
    [corridor] коридором
   *[street] вулицею
}
step-street = { $ground ->
    [steps-up] угору сходами, { $street }
    [steps-down] униз сходами, { $street }
    [steps] сходами, { $street }
   *[street] { $street }
}
step-along = { $way }, { $length }{ $lift ->
    [yes] , з ліфтом
   *[no] {""}
}{ $private ->
    [yes] , через приватну територію
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = через вузли: { $nodes }
step-through-more = через вузли: { $nodes } і ще { $more ->
    [one] { $more } вузол
    [few] { $more } вузли
    [many] { $more } вузлів
   *[other] { $more } вузла
}
step-to-entrance = { $length } від вулиці до входу: { $time } від вулиці досередини
step-in = вхід
step-in-time = вхід: { $time } досередини
`;export{e as default};