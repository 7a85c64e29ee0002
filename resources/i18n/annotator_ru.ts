<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>#</source>
        <translation>№</translation>
    </message>
    <message numerus="yes">
        <source>({n} characters)</source>
        <translation>
            <numerusform>({n} символ)</numerusform>
            <numerusform>({n} символа)</numerusform>
            <numerusform>({n} символов)</numerusform>
        </translation>
    </message>
    <message>
        <source>--by-kind says what is written with --csv FILE.</source>
        <translation>--by-kind уточняет, что пишется с --csv FILE.</translation>
    </message>
    <message>
        <source>--names takes two different names, such as “Anna,Boris”.</source>
        <translation>--names принимает два разных имени, например «Anna,Boris».</translation>
    </message>
    <message>
        <source>--pseudonyms says how to mask: say what with --mask, e.g. --mask all.</source>
        <translation>--pseudonyms говорит, как скрывать: укажите, что скрывать, например --mask all.</translation>
    </message>
    <message>
        <source>1 would mean that every fault is more suspect to it than any place that is none</source>
        <translation>1 значила бы, что любая ошибка для неё подозрительнее любого верного места</translation>
    </message>
    <message>
        <source>A codebook has {limit} topics at most.</source>
        <translation>Тем в списке — не больше {limit}.</translation>
    </message>
    <message>
        <source>A digit tags with what was used last.</source>
        <translation>Цифра отмечает одной из недавних тем.</translation>
    </message>
    <message>
        <source>A file for one transcript, a folder for several</source>
        <translation>Файл для одной расшифровки, папка для нескольких</translation>
    </message>
    <message>
        <source>A file needs a name. Write for example {example}.</source>
        <translation>Файлу нужно имя. Напишите, например, {example}.</translation>
    </message>
    <message>
        <source>A finding says how sure it is. When you often dismiss what is called sure, or accept what is not, its kind is believed less or more in this project: one number a kind, from your decisions alone. A few decisions change little. Which of two findings of a kind is surer stays the same.</source>
        <translation>Каждая находка говорит, насколько она уверена. Если вы часто отвечаете «норма» на уверенные находки или принимаете неуверенные, этому виду в проекте верят меньше или больше: одно число на вид, только по вашим решениям. Несколько решений меняют мало. Какая из двух находок одного вида увереннее, не меняется.</translation>
    </message>
    <message>
        <source>A first name that is no other word</source>
        <translation>Имя, которое не бывает другим словом</translation>
    </message>
    <message>
        <source>A keyword rule has {limit} characters at most.</source>
        <translation>Символов в правиле ключевых слов — не больше {limit}.</translation>
    </message>
    <message>
        <source>A keyword rule has {limit} words at most.</source>
        <translation>Слов в правиле — не больше {limit}.</translation>
    </message>
    <message>
        <source>A label without a time: left out.</source>
        <translation>Метка без времени: пропущена.</translation>
    </message>
    <message>
        <source>A long silence lies between them: it may have been said again</source>
        <translation>Между ними долгое молчание: могли сказать ещё раз</translation>
    </message>
    <message>
        <source>A name has {limit} characters at most.</source>
        <translation>Символов в названии — не больше {limit}.</translation>
    </message>
    <message>
        <source>A name with a patronymic, a surname, or words that announce it</source>
        <translation>Имя с отчеством, фамилией или словами, которые его вводят</translation>
    </message>
    <message>
        <source>A new project is made that holds all of both. The two stay as they are. Calls that two people have worked on are kept in both versions, with the reviewer's name; compare them with Review → Compare two versions.</source>
        <translation>Создаётся новый проект, в котором есть всё из обоих. Сами они не меняются. Звонки, над которыми работали двое, сохраняются в обеих версиях с именем проверяющего; сравните их через «Проверка → Сравнить две версии».</translation>
    </message>
    <message>
        <source>A phrase has at least one word.</source>
        <translation>Во фразе должно быть хотя бы одно слово.</translation>
    </message>
    <message numerus="yes">
        <source>A phrase has {n} words at most.</source>
        <translation>
            <numerusform>Во фразе может быть не больше {n} слова.</numerusform>
            <numerusform>Во фразе может быть не больше {n} слов.</numerusform>
            <numerusform>Во фразе может быть не больше {n} слов.</numerusform>
        </translation>
    </message>
    <message>
        <source>A phrase whose repeats are fine; can be given several times</source>
        <translation>Фраза, повторы которой — норма; можно указать несколько раз</translation>
    </message>
    <message>
        <source>A phrase, as it is said</source>
        <translation>Фраза, как её говорят</translation>
    </message>
    <message>
        <source>A role or a name</source>
        <translation>Роль или имя</translation>
    </message>
    <message>
        <source>A rule and its set need a name.</source>
        <translation>Правилу и набору нужно имя.</translation>
    </message>
    <message>
        <source>A sentence ends after “{word}”</source>
        <translation>После слова «{word}» фраза закончена</translation>
    </message>
    <message>
        <source>A series of 4 digits and a number of 6</source>
        <translation>Серия из 4 цифр и номер из 6</translation>
    </message>
    <message>
        <source>A speaker is merged with another one.</source>
        <translation>Объединить спикера можно только с другим.</translation>
    </message>
    <message>
        <source>A speaker needs an id, such as {example}.</source>
        <translation>Спикеру нужен идентификатор, например {example}.</translation>
    </message>
    <message numerus="yes">
        <source>A task has {n} annotations: the first was read.</source>
        <translation>
            <numerusform>В задаче {n} разметка: прочитана первая.</numerusform>
            <numerusform>В задаче {n} разметки: прочитана первая.</numerusform>
            <numerusform>В задаче {n} разметок: прочитана первая.</numerusform>
        </translation>
    </message>
    <message>
        <source>A template of your own</source>
        <translation>Свой шаблон</translation>
    </message>
    <message>
        <source>A template of your own, which the file is made of</source>
        <translation>Свой шаблон, по которому пишется файл</translation>
    </message>
    <message>
        <source>A text has {limit} characters at most.</source>
        <translation>Символов в тексте — не больше {limit}.</translation>
    </message>
    <message>
        <source>A topic has {limit} keyword rules at most.</source>
        <translation>Правил ключевых слов у темы — не больше {limit}.</translation>
    </message>
    <message>
        <source>A topic is an object with a name, and its parts are a list.</source>
        <translation>Тема — это объект с полем name, а её части (parts) — список.</translation>
    </message>
    <message>
        <source>A topic needs a name.</source>
        <translation>Теме нужно название.</translation>
    </message>
    <message>
        <source>A transcript is added or removed as a whole.</source>
        <translation>Звонок добавляют или удаляют целиком.</translation>
    </message>
    <message>
        <source>A transcript needs a name.</source>
        <translation>Звонку нужно название.</translation>
    </message>
    <message>
        <source>A turn cannot be empty. Hide it instead.</source>
        <translation>Реплика не может быть пустой. Скройте её.</translation>
    </message>
    <message>
        <source>A turn hardly begins with “{word}”</source>
        <translation>Реплика вряд ли начинается со слова «{word}»</translation>
    </message>
    <message>
        <source>A turn hardly ends on “{word}”</source>
        <translation>Реплика вряд ли кончается словом «{word}»</translation>
    </message>
    <message>
        <source>A turn seldom begins with “{word}”</source>
        <translation>Реплика редко начинается со слова «{word}»</translation>
    </message>
    <message>
        <source>A turn seldom ends on “{word}”</source>
        <translation>Реплика редко кончается словом «{word}»</translation>
    </message>
    <message numerus="yes">
        <source>A whole call with {n} turns.</source>
        <translation>
            <numerusform>Целый звонок: {n} реплика.</numerusform>
            <numerusform>Целый звонок: {n} реплики.</numerusform>
            <numerusform>Целый звонок: {n} реплик.</numerusform>
        </translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>О программе annotator</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>О файле</translation>
    </message>
    <message>
        <source>Accept all like this</source>
        <translation>Принять все такие находки</translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation>Принять все такие…</translation>
    </message>
    <message>
        <source>Accept the alternative</source>
        <translation>Принять другой вариант</translation>
    </message>
    <message>
        <source>Accept the proposed fix</source>
        <translation>Принять исправление</translation>
    </message>
    <message>
        <source>Accept the second place</source>
        <translation>Принять второе место границы</translation>
    </message>
    <message>
        <source>Accept the third place</source>
        <translation>Принять третье место границы</translation>
    </message>
    <message numerus="yes">
        <source>Accept {n} findings</source>
        <translation>
            <numerusform>Принять {n} находку</numerusform>
            <numerusform>Принять {n} находки</numerusform>
            <numerusform>Принять {n} находок</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Действия и их клавиши</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Добавить клавишу</translation>
    </message>
    <message>
        <source>Add a topic to the codebook</source>
        <translation>Добавить тему в список тем</translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation>Добавить спикера</translation>
    </message>
    <message>
        <source>Add speaker {speaker}</source>
        <translation>Добавить спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Добавить тему</translation>
    </message>
    <message>
        <source>Add topic {name}</source>
        <translation>Добавить тему «{name}»</translation>
    </message>
    <message>
        <source>Add transcripts to a project, which is made if it is not there</source>
        <translation>Добавить расшифровки в проект (если проекта нет, он будет создан)</translation>
    </message>
    <message>
        <source>Add “{word}” to the project's dictionary</source>
        <translation>Добавить «{word}» в словарь проекта</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Against now</source>
        <translation>Разница с текущим</translation>
    </message>
    <message>
        <source>Agent side</source>
        <translation>Сторона оператора</translation>
    </message>
    <message>
        <source>All but this kind; can be given several times</source>
        <translation>Всё, кроме этого вида; можно указать несколько раз</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Все звонки</translation>
    </message>
    <message>
        <source>All calls of this project are done.</source>
        <translation>Все звонки этого проекта готовы.</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Все по умолчанию</translation>
    </message>
    <message>
        <source>All disagreements are decided.</source>
        <translation>Все расхождения решены.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>All findings of this call are decided.</source>
        <translation>По всем находкам этого звонка есть решение.</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Все виды</translation>
    </message>
    <message>
        <source>All of it, as it is: undo, drafts, settings and what was learned. The project takes {size} now.</source>
        <translation>Всё как есть: отмена, черновики, настройки и выученное. Сейчас проект занимает {size}.</translation>
    </message>
    <message>
        <source>All rules look at the words as they are now. Where two want the same words, the upper rule has them.</source>
        <translation>Все правила смотрят на слова в их нынешнем виде. Если на одни слова претендуют два правила, действует верхнее.</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>Все спикеры</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Все темы</translation>
    </message>
    <message>
        <source>All turns</source>
        <translation>Все реплики</translation>
    </message>
    <message>
        <source>All words of the turn would go. Merge the turns instead.</source>
        <translation>Из реплики ушли бы все слова. Объедините реплики.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} calls of the project, into a folder</source>
        <translation>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All: {n}</source>
        <translation>
            <numerusform>Все: {n}</numerusform>
            <numerusform>Все: {n}</numerusform>
            <numerusform>Все: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a repeat</source>
        <translation>Разрешить повтор</translation>
    </message>
    <message>
        <source>Allowed repeats</source>
        <translation>Разрешённые повторы</translation>
    </message>
    <message>
        <source>Allowed repeats added</source>
        <translation>Добавлены разрешённые повторы</translation>
    </message>
    <message>
        <source>Allowed repeats…</source>
        <translation>Разрешённые повторы…</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>Also turns that are not marked as reviewed</source>
        <translation>И реплики, не отмеченные как проверенные</translation>
    </message>
    <message>
        <source>Alt with Shift switches the layout on many computers.</source>
        <translation>Alt с Shift на многих компьютерах переключает раскладку.</translation>
    </message>
    <message>
        <source>Amazon Transcribe</source>
        <translation>Amazon Transcribe</translation>
    </message>
    <message>
        <source>An address with a mailbox and a domain</source>
        <translation>Адрес с именем ящика и доменом</translation>
    </message>
    <message>
        <source>Another person may begin here: “{left} | {right}”</source>
        <translation>Здесь, возможно, вступает другой: «{left} | {right}»</translation>
    </message>
    <message>
        <source>Another program has changed the project; this is how it is now.</source>
        <translation>Другая программа изменила проект; показано то, что есть сейчас.</translation>
    </message>
    <message>
        <source>Another program has changed {path}. Nothing was changed here; open the project again.</source>
        <translation>Файл {path} изменила другая программа. Здесь ничего не изменено; откройте проект заново.</translation>
    </message>
    <message>
        <source>Another program is using {path}. Nothing was changed; try again later.</source>
        <translation>Файл {path} занят другой программой. Ничего не изменено; попробуйте позже.</translation>
    </message>
    <message>
        <source>Another project…</source>
        <translation>Другой проект…</translation>
    </message>
    <message>
        <source>Any word form</source>
        <translation>Любая форма слова</translation>
    </message>
    <message>
        <source>Apply fixes of at least this confidence, 0 to 1 (default: 0.9)</source>
        <translation>Вносить исправления с уверенностью не ниже этой, от 0 до 1 (по умолчанию 0.9)</translation>
    </message>
    <message>
        <source>Apply the fixes that are sure and write the repaired transcript</source>
        <translation>Внести уверенные исправления и записать исправленную расшифровку</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>Как CSV</translation>
    </message>
    <message>
        <source>As each detector recommends</source>
        <translation>Как советует каждый детектор</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Как текст</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Как набрано</translation>
    </message>
    <message>
        <source>AssemblyAI</source>
        <translation>AssemblyAI</translation>
    </message>
    <message>
        <source>At the very start or end: join with the turn there</source>
        <translation>В самом начале или конце: объединить с соседней репликой</translation>
    </message>
    <message>
        <source>Azure Speech</source>
        <translation>Azure Speech</translation>
    </message>
    <message>
        <source>BBC Kaldi JSON</source>
        <translation>JSON BBC Kaldi</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Назад в таблицу</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Backups of another project</source>
        <translation>Резервные копии другого проекта</translation>
    </message>
    <message>
        <source>Begin the gold version of {name}</source>
        <translation>Начать эталон {name}</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Начать с</translation>
    </message>
    <message>
        <source>Beside it are copies that a conflict has left: {names}. Open them to see what they hold.</source>
        <translation>Рядом лежат копии, оставшиеся от конфликта: {names}. Откройте их, чтобы увидеть содержимое.</translation>
    </message>
    <message numerus="yes">
        <source>Beside the turns of {extra} {n} times {other} speaks, {times} times {person}</source>
        <translation>
            <numerusform>Рядом с репликами «{extra}» {n} раз говорит {other}, а {person} — {times}</numerusform>
            <numerusform>Рядом с репликами «{extra}» {n} раза говорит {other}, а {person} — {times}</numerusform>
            <numerusform>Рядом с репликами «{extra}» {n} раз говорит {other}, а {person} — {times}</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks with comments</source>
        <translation>Блоки с комментариями</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Закладка</translation>
    </message>
    <message numerus="yes">
        <source>Bookmark {n} turns</source>
        <translation>
            <numerusform>Поставить закладку на {n} реплику</numerusform>
            <numerusform>Поставить закладки на {n} реплики</numerusform>
            <numerusform>Поставить закладки на {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>С закладкой</translation>
    </message>
    <message>
        <source>Both are the same project. Choose another one to merge with.</source>
        <translation>Это один и тот же проект. Выберите для объединения другой.</translation>
    </message>
    <message>
        <source>Bring the call back to as it was imported</source>
        <translation>Вернуть звонок к импортированному</translation>
    </message>
    <message>
        <source>Bring the call back to here</source>
        <translation>Вернуть звонок к этому состоянию</translation>
    </message>
    <message>
        <source>Build in the folder</source>
        <translation>Собрать в папку</translation>
    </message>
    <message>
        <source>Build nevertheless; the card of the set says how many are open</source>
        <translation>Собрать несмотря на это; в карточке выборки будет сказано, сколько их осталось</translation>
    </message>
    <message>
        <source>Build training set</source>
        <translation>Сбор обучающей выборки</translation>
    </message>
    <message>
        <source>Build training sets of the reviewed calls of a project</source>
        <translation>Собрать обучающие выборки из проверенных звонков проекта</translation>
    </message>
    <message>
        <source>Build training set…</source>
        <translation>Собрать обучающую выборку…</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Собрать…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Встроенные</translation>
    </message>
    <message>
        <source>By kind of finding</source>
        <translation>По видам находок</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>По порядку</translation>
    </message>
    <message>
        <source>By the times of the turns nobody could have said this twice</source>
        <translation>Судя по времени реплик, сказать это дважды никто не успел бы</translation>
    </message>
    <message>
        <source>By the turns around it, the speaker is wrong in {percent} of 100 cases</source>
        <translation>Судя по соседним репликам, вероятность, что спикер не тот: {percent} из 100</translation>
    </message>
    <message>
        <source>By the words around it, a sentence ends here in {percent} of 100 cases</source>
        <translation>Судя по соседним словам, вероятность конца фразы здесь: {percent} из 100</translation>
    </message>
    <message>
        <source>By the words around it, the speaker changes here in {percent} of 100 cases</source>
        <translation>Судя по соседним словам, вероятность смены спикера здесь: {percent} из 100</translation>
    </message>
    <message>
        <source>CER</source>
        <translation>CER</translation>
    </message>
    <message>
        <source>CHAT for CLAN</source>
        <translation>CHAT для CLAN</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>КОД</translation>
    </message>
    <message>
        <source>COLUMNS</source>
        <translation>СТОЛБЦЫ</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <source>CTM, words with their times for scoring</source>
        <translation>CTM: слова с временем для оценки</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Call is done, next call</source>
        <translation>Отметить звонок готовым и открыть следующий</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Calls can still be brought back to what they were from that day on.</source>
        <translation>Вернуть звонок к состоянию с этого дня и позже можно будет по-прежнему.</translation>
    </message>
    <message>
        <source>Calls of the project</source>
        <translation>Звонки проекта</translation>
    </message>
    <message>
        <source>Calls with the most errors in the source</source>
        <translation>Звонки, где в исходном тексте больше всего ошибок</translation>
    </message>
    <message>
        <source>Calls {one} and {other} do not come from the same file.</source>
        <translation>Звонки {one} и {other} получены не из одного файла.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Остановить поиск</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Отменено; ничего не записано.</translation>
    </message>
    <message>
        <source>Captions (SAMI)</source>
        <translation>Субтитры (SAMI)</translation>
    </message>
    <message>
        <source>Captions of YouTube (SBV)</source>
        <translation>Субтитры YouTube (SBV)</translation>
    </message>
    <message>
        <source>Captions with voices (WebVTT)</source>
        <translation>Субтитры с голосами (WebVTT)</translation>
    </message>
    <message>
        <source>Card code</source>
        <translation>Код карты</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Номер карты</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Перенос</translation>
    </message>
    <message>
        <source>Carried words</source>
        <translation>Повтор на стыке</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Изменение клавиш</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Изменить клавиши…</translation>
    </message>
    <message>
        <source>Change several calls</source>
        <translation>Изменить несколько звонков</translation>
    </message>
    <message>
        <source>Change the speaker: colour, order, merge, remove</source>
        <translation>Изменить спикера: цвет, порядок, объединение, удаление</translation>
    </message>
    <message>
        <source>Change topic {name}</source>
        <translation>Изменить тему «{name}»</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Изменено вами</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Changing the project</source>
        <translation>Запись в проект</translation>
    </message>
    <message>
        <source>Characters {first} to {last} of {total}. Page Down and Page Up go on at the ends.</source>
        <translation>Символы с {first} по {last} из {total}. В конце и в начале страницы Page Down и Page Up ведут дальше.</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Отметить все</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>Снять отметки</translation>
    </message>
    <message>
        <source>Check the calls, and count what is found</source>
        <translation>Проверить звонки и посчитать находки</translation>
    </message>
    <message>
        <source>Check the calls, to say how many findings are left to decide</source>
        <translation>Проверить звонки, чтобы сказать, сколько находок осталось решить</translation>
    </message>
    <message>
        <source>Checked findings are repaired as one step, which you can undo.</source>
        <translation>Отмеченные находки исправляются за один шаг, его можно отменить.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Checking the calls</source>
        <translation>Проверка звонков</translation>
    </message>
    <message>
        <source>Checking this call…</source>
        <translation>Звонок проверяется…</translation>
    </message>
    <message>
        <source>Choose a format to see what it makes of the file. The call as it is now is replaced; undo brings it back.</source>
        <translation>Выберите формат, чтобы увидеть, что из файла выйдет. Он заменит звонок в нынешнем виде; отмена вернёт его.</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Выбрать столбцы…</translation>
    </message>
    <message>
        <source>Choose the column with the words.</source>
        <translation>Выберите столбец со словами.</translation>
    </message>
    <message>
        <source>Choose the role…</source>
        <translation>Выбрать роль…</translation>
    </message>
    <message>
        <source>Clear sign</source>
        <translation>Ясный признак</translation>
    </message>
    <message>
        <source>Client side</source>
        <translation>Сторона клиента</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Закрыть проект</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Списки тем</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation>Цвет темы</translation>
    </message>
    <message>
        <source>Colour of {speaker}</source>
        <translation>Цвет спикера {speaker}</translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation>Цвет {code}</translation>
    </message>
    <message>
        <source>Colour, definition and keywords are texts.</source>
        <translation>Цвет, определение и ключевые слова должны быть текстом.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Палитра команд…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Comment on this turn:</source>
        <translation>Комментарий к этой реплике:</translation>
    </message>
    <message>
        <source>Comment on turn {number}</source>
        <translation>Комментировать реплику {number}</translation>
    </message>
    <message>
        <source>Comment: {text}</source>
        <translation>Комментарий: {text}</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Комментировать…</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Сохранить правку</translation>
    </message>
    <message>
        <source>Commit and edit the next turn</source>
        <translation>Принять и править следующую реплику</translation>
    </message>
    <message>
        <source>Commit and edit the previous turn</source>
        <translation>Принять и править предыдущую реплику</translation>
    </message>
    <message>
        <source>Compare all the same</source>
        <translation>Всё равно сравнить</translation>
    </message>
    <message>
        <source>Compare and restore…</source>
        <translation>Сравнить и вернуть…</translation>
    </message>
    <message>
        <source>Compare two versions</source>
        <translation>Сравнить две версии</translation>
    </message>
    <message>
        <source>Compare two versions…</source>
        <translation>Сравнить две версии…</translation>
    </message>
    <message>
        <source>Compare {name} with:</source>
        <translation>Сравнить {name} с версией:</translation>
    </message>
    <message>
        <source>Comparing two versions</source>
        <translation>Сравнение двух версий</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>Copied. It holds no words, names or paths.</source>
        <translation>Скопировано. Слов, имён и путей там нет.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Скопировать отчёт</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Скопировать текст</translation>
    </message>
    <message>
        <source>Copying the project</source>
        <translation>Копирование проекта</translation>
    </message>
    <message>
        <source>Correct confidences by my decisions</source>
        <translation>Поправлять уверенность по моим решениям</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls.</source>
        <translation>Правка, разметка и экспорт расшифровок звонков двух собеседников.</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or the project given; a file that is called like a command is given as ./check.</source>
        <translation>Правка, разметка и экспорт расшифровок звонков двух собеседников. Без команды открывает окно с указанными расшифровками или проектом; файл, который называется как команда, указывают так: ./check.</translation>
    </message>
    <message>
        <source>Correction: imported and corrected text</source>
        <translation>Исправление: импортированный и исправленный текст</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Исправления</translation>
    </message>
    <message>
        <source>Count what was found, decided and changed in the calls of a project</source>
        <translation>Подсчитать, что найдено, решено и изменено в звонках проекта</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Подсчёт</translation>
    </message>
    <message>
        <source>Counting {done} of {total} calls</source>
        <translation>Подсчёт: {done} из {total} звонков</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Cues of another language: the first one is read.</source>
        <translation>Субтитр на другом языке: читается первый из языков.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Обрыв</translation>
    </message>
    <message>
        <source>Cut sentence</source>
        <translation>Обрыв фразы</translation>
    </message>
    <message>
        <source>DAMAGED</source>
        <translation>ПОВРЕЖДЁННЫЙ</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ПАПКА</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Decide a place otherwise than both versions</source>
        <translation>Решить место иначе, чем в обеих версиях</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Decisions so far no longer count; they stay as they are.</source>
        <translation>Прежние решения больше не учитываются; сами они остаются.</translation>
    </message>
    <message>
        <source>Decisions: kappa {kappa}</source>
        <translation>Решения: каппа {kappa}</translation>
    </message>
    <message>
        <source>Deepgram</source>
        <translation>Deepgram</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Определение</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>Удалить историю</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>Удалить историю…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the rule set {name} with {n} rules? This cannot be undone.</source>
        <translation>
            <numerusform>Удалить набор {name} ({n} правило)? Это нельзя отменить.</numerusform>
            <numerusform>Удалить набор {name} ({n} правила)? Это нельзя отменить.</numerusform>
            <numerusform>Удалить набор {name} ({n} правил)? Это нельзя отменить.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the {n} backups</source>
        <translation>
            <numerusform>Удалить {n} копию</numerusform>
            <numerusform>Удалить {n} копии</numerusform>
            <numerusform>Удалить {n} копий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the {n} backups of this project too: they hold its history</source>
        <translation>
            <numerusform>Удалить и {n} резервную копию проекта: в ней есть эта история</numerusform>
            <numerusform>Удалить и {n} резервные копии проекта: в них есть эта история</numerusform>
            <numerusform>Удалить и {n} резервных копий проекта: в них есть эта история</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what is older than this day</source>
        <translation>Удалить то, что раньше этого дня</translation>
    </message>
    <message>
        <source>Deleting backups</source>
        <translation>Удаление резервных копий</translation>
    </message>
    <message>
        <source>Deleting history</source>
        <translation>Удаление истории</translation>
    </message>
    <message>
        <source>Details, without words of a call, are in {log}</source>
        <translation>Подробности, без слов звонка, записаны в {log}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Подробнее…</translation>
    </message>
    <message>
        <source>Different speakers</source>
        <translation>Спикеры разные</translation>
    </message>
    <message>
        <source>Differs from the source</source>
        <translation>Отличается от исходника</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Discard drafts</source>
        <translation>Удалить черновики</translation>
    </message>
    <message>
        <source>Discard what I typed</source>
        <translation>Отбросить набранное</translation>
    </message>
    <message>
        <source>Disfluency</source>
        <translation>Запинка</translation>
    </message>
    <message>
        <source>Dismiss a finding</source>
        <translation>Отметить находку как норму</translation>
    </message>
    <message>
        <source>Dismiss: fine as it is</source>
        <translation>Отметить как норму</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Норма</translation>
    </message>
    <message>
        <source>Do again up to here</source>
        <translation>Повторить до этого места</translation>
    </message>
    <message>
        <source>Do not ask again until annotator is closed</source>
        <translation>Не спрашивать до закрытия программы</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Не открывать</translation>
    </message>
    <message>
        <source>Document to read and print (DOCX)</source>
        <translation>Документ для чтения и печати (DOCX)</translation>
    </message>
    <message numerus="yes">
        <source>Does {n} changes again, one after the other.</source>
        <translation>
            <numerusform>Повторит {n} изменение.</numerusform>
            <numerusform>Повторит {n} изменения, одно за другим.</numerusform>
            <numerusform>Повторит {n} изменений, одно за другим.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Drafts that were not finished</source>
        <translation>Незаконченные черновики</translation>
    </message>
    <message>
        <source>Drop the first copy</source>
        <translation>Убрать первую копию</translation>
    </message>
    <message>
        <source>Drop the marked copies</source>
        <translation>Убрать отмеченные копии</translation>
    </message>
    <message>
        <source>Drop the phrase</source>
        <translation>Убрать фразу</translation>
    </message>
    <message>
        <source>Drop the second copy</source>
        <translation>Убрать вторую копию</translation>
    </message>
    <message>
        <source>Drop transcripts here, or open a sample.</source>
        <translation>Перетащите сюда расшифровки или откройте пример.</translation>
    </message>
    <message>
        <source>Duplicate runs</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>Duplicate runs: tags per word</source>
        <translation>Повторы: метки слов</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>EAF for ELAN, a tier a speaker</source>
        <translation>EAF для ELAN, слой на каждого спикера</translation>
    </message>
    <message>
        <source>EXMARaLDA basic transcription</source>
        <translation>Базовая транскрипция EXMARaLDA</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Править текст</translation>
    </message>
    <message>
        <source>Edit topic</source>
        <translation>Изменить тему</translation>
    </message>
    <message>
        <source>Edit topic…</source>
        <translation>Изменить тему…</translation>
    </message>
    <message>
        <source>Edit turn {number}</source>
        <translation>Изменить реплику {number}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Изменённые</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>ElevenLabs Scribe</source>
        <translation>ElevenLabs Scribe</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>В других местах</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Encoding of text files (default: as imported)</source>
        <translation>Кодировка текстовых файлов (по умолчанию исходная)</translation>
    </message>
    <message>
        <source>Encoding of the files, e.g. cp1251 (default: found out)</source>
        <translation>Кодировка файлов, например cp1251 (по умолчанию определяется сама)</translation>
    </message>
    <message>
        <source>Encoding of the files:</source>
        <translation>Кодировка файлов:</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message numerus="yes">
        <source>End the topics of {n} turns</source>
        <translation>
            <numerusform>Закончить темы {n} реплики</numerusform>
            <numerusform>Закончить темы {n} реплик</numerusform>
            <numerusform>Закончить темы {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>End topic before this turn</source>
        <translation>Закончить тему перед этой репликой</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc gives it up.</source>
        <translation>Enter сохраняет, Esc отменяет.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Error rates of the source</source>
        <translation>Ошибки исходного текста</translation>
    </message>
    <message>
        <source>Even if findings are left to decide</source>
        <translation>Даже если остались нерешённые находки</translation>
    </message>
    <message>
        <source>Every entry was understood.</source>
        <translation>Каждая запись понята.</translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation>Все строки поняты.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: nothing is sent anywhere, and your files are never altered.</source>
        <translation>Всё остаётся на этом компьютере: ничего никуда не отправляется, а ваши файлы никогда не меняются.</translation>
    </message>
    <message>
        <source>Everywhere in this call</source>
        <translation>Везде в этом звонке</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export codebook</source>
        <translation>Экспорт списка тем</translation>
    </message>
    <message>
        <source>Export codebook…</source>
        <translation>Экспортировать список тем…</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Экспорт клавиш</translation>
    </message>
    <message>
        <source>Export rule sets</source>
        <translation>Экспорт наборов правил</translation>
    </message>
    <message>
        <source>Export statistics</source>
        <translation>Экспорт статистики</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Куда экспортировать</translation>
    </message>
    <message>
        <source>Export to the folder</source>
        <translation>В какую папку экспортировать</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Экспорт изученного</translation>
    </message>
    <message>
        <source>Exported {name} to {folder}</source>
        <translation>Файл {name} сохранён в папке {folder}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>FILE_OR_FOLDER</source>
        <translation>ФАЙЛ_ИЛИ_ПАПКА</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Ошибок</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Имена файлов</translation>
    </message>
    <message>
        <source>File to write; its suffix chooses the format</source>
        <translation>Файл для записи; формат — по расширению</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>Найти изменение</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>Найти файл</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Найти действие или клавишу</translation>
    </message>
    <message>
        <source>Find in this call</source>
        <translation>Найти в звонке</translation>
    </message>
    <message>
        <source>Find topic…</source>
        <translation>Найти тему…</translation>
    </message>
    <message>
        <source>Find “{word}” in this call</source>
        <translation>Найти «{word}» в этом звонке</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>Findings by kind</source>
        <translation>Находки по видам</translation>
    </message>
    <message>
        <source>Findings decided</source>
        <translation>Решено находок</translation>
    </message>
    <message>
        <source>Findings in context</source>
        <translation>Находки в контексте</translation>
    </message>
    <message>
        <source>Findings to accept</source>
        <translation>Находки, которые можно принять</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>Норма</translation>
    </message>
    <message>
        <source>First somebody is addressed, then somebody speaks of himself</source>
        <translation>Сначала обращаются к собеседнику, потом говорят о себе</translation>
    </message>
    <message>
        <source>Flip the speaker of these turns</source>
        <translation>Поменять спикера в этих репликах</translation>
    </message>
    <message>
        <source>Flip the speakers from here on</source>
        <translation>Поменять спикеров местами отсюда и далее</translation>
    </message>
    <message>
        <source>Flip the speakers of the whole call</source>
        <translation>Поменять спикеров местами во всём звонке</translation>
    </message>
    <message>
        <source>Flipped up to the pin at turn {number}; from there on the speakers are right.</source>
        <translation>Спикеры поменяны местами до закрепления на реплике {number}; дальше они верны.</translation>
    </message>
    <message>
        <source>Folder to make</source>
        <translation>Папка, которую создать</translation>
    </message>
    <message>
        <source>For example {name}</source>
        <translation>Например, {name}</translation>
    </message>
    <message>
        <source>For programs</source>
        <translation>Для программ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Format of the files (default: found out; see annotator formats)</source>
        <translation>Формат файлов (по умолчанию определяется; см. annotator formats)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Форматы</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} on the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признак</numerusform>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признака</numerusform>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признаков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} to {last} the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признак</numerusform>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признака</numerusform>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Gecko JSON</source>
        <translation>JSON Gecko</translation>
    </message>
    <message>
        <source>Give both reviewers a name of their own, or none.</source>
        <translation>Дайте обоим проверяющим разные имена или ни одного.</translation>
    </message>
    <message>
        <source>Give one project, a project and the numbers of two of its calls, or two projects.</source>
        <translation>Укажите один проект, проект и номера двух его звонков или два проекта.</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Назовите шаблон.</translation>
    </message>
    <message numerus="yes">
        <source>Give {n} turns to {speaker}</source>
        <translation>
            <numerusform>Отдать {n} реплику → {speaker}</numerusform>
            <numerusform>Отдать {n} реплики → {speaker}</numerusform>
            <numerusform>Отдать {n} реплик → {speaker}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give {n} words to {speaker}</source>
        <translation>
            <numerusform>Отдать {n} слово → {speaker}</numerusform>
            <numerusform>Отдать {n} слова → {speaker}</numerusform>
            <numerusform>Отдать {n} слов → {speaker}</numerusform>
        </translation>
    </message>
    <message>
        <source>Gladia</source>
        <translation>Gladia</translation>
    </message>
    <message>
        <source>Go back to an earlier state of the call</source>
        <translation>Вернуть прежнее состояние звонка</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Вернуться сюда</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go to call</source>
        <translation>Перейти к звонку</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>Перейти к звонку</translation>
    </message>
    <message>
        <source>Go to turn</source>
        <translation>Перейти к реплике</translation>
    </message>
    <message>
        <source>Go to turn…</source>
        <translation>Перейти к реплике…</translation>
    </message>
    <message>
        <source>Gold: {state}</source>
        <translation>Эталон: {state}</translation>
    </message>
    <message>
        <source>Google Speech-to-Text</source>
        <translation>Google Speech-to-Text</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>Растёт</translation>
    </message>
    <message>
        <source>Growing run</source>
        <translation>Нарастающий повтор</translation>
    </message>
    <message>
        <source>Have the check of speakers learn from the finished calls of a project</source>
        <translation>Обучить проверку спикеров на готовых звонках проекта</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыта</translation>
    </message>
    <message>
        <source>Hidden turns</source>
        <translation>Скрытые реплики</translation>
    </message>
    <message>
        <source>Hide turns</source>
        <translation>Скрыть реплики</translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} turns</source>
        <translation>
            <numerusform>Скрыть {n} реплику</numerusform>
            <numerusform>Скрыть {n} реплики</numerusform>
            <numerusform>Скрыть {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History of the project</source>
        <translation>История проекта</translation>
    </message>
    <message>
        <source>History of the project…</source>
        <translation>История проекта…</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Совпадения</translation>
    </message>
    <message>
        <source>Holds all that this call has.</source>
        <translation>Хранит всё, что есть в звонке.</translation>
    </message>
    <message>
        <source>How reviewers are told: numbers, names or none (default: numbers)</source>
        <translation>Как называть проверяющих: numbers, names или none (по умолчанию numbers)</translation>
    </message>
    <message>
        <source>How telling it is</source>
        <translation>Насколько это показательно</translation>
    </message>
    <message>
        <source>How this call was read…</source>
        <translation>Показать, как прочитан звонок…</translation>
    </message>
    <message>
        <source>IBM Watson Speech to Text</source>
        <translation>IBM Watson Speech to Text</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>If it is open there still, what one of you changes will be lost. Open it only if you know that it is closed.</source>
        <translation>Если он там ещё открыт, чьи-то изменения пропадут. Открывайте, только если знаете, что он закрыт.</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Импорт папки</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Импортировать папку…</translation>
    </message>
    <message>
        <source>Import as a transcript</source>
        <translation>Импортировать как расшифровку</translation>
    </message>
    <message>
        <source>Import codebook</source>
        <translation>Импорт списка тем</translation>
    </message>
    <message>
        <source>Import codebook…</source>
        <translation>Импортировать список тем…</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Импорт клавиш</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Отчёт об импорте</translation>
    </message>
    <message>
        <source>Import rule sets</source>
        <translation>Импорт наборов правил</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Импортировать {name}</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} topics</source>
        <translation>
            <numerusform>Импортировать {n} тему</numerusform>
            <numerusform>Импортировать {n} темы</numerusform>
            <numerusform>Импортировать {n} тем</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Импортирован</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>Импортированные файлы</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импортировать…</translation>
    </message>
    <message>
        <source>In UTF-8</source>
        <translation>В UTF-8</translation>
    </message>
    <message>
        <source>In a field of text {key} {does}; elsewhere it will do what you choose.</source>
        <translation>В поле текста {key} {does}; в других местах будет делать то, что вы выбрали.</translation>
    </message>
    <message>
        <source>In both modes</source>
        <translation>В обоих режимах</translation>
    </message>
    <message>
        <source>In clean speech 4 or more words come twice in a row about once in 10,000 words</source>
        <translation>Повторов из 4 и более слов в обычной речи около 1 на 10 000 слов</translation>
    </message>
    <message numerus="yes">
        <source>In clean speech {n} words come twice in a row about {rate} times in 10,000 words</source>
        <translation>
            <numerusform>Повторов из {n} слова в обычной речи около {rate} на 10 000 слов</numerusform>
            <numerusform>Повторов из {n} слов в обычной речи около {rate} на 10 000 слов</numerusform>
            <numerusform>Повторов из {n} слов в обычной речи около {rate} на 10 000 слов</numerusform>
        </translation>
    </message>
    <message>
        <source>In the encoding of the source, {encoding}</source>
        <translation>В исходной кодировке, {encoding}</translation>
    </message>
    <message>
        <source>In the table, {next} brings the first finding; {accept} repairs it, {dismiss} says that all is fine.</source>
        <translation>В таблице {next} показывает первую находку, {accept} исправляет её, {dismiss} — «норма».</translation>
    </message>
    <message>
        <source>In this turn, and where its words come from</source>
        <translation>В этой реплике и там, откуда её слова</translation>
    </message>
    <message numerus="yes">
        <source>In turn {number} “{old}” became “{new}”; {n} more turns have it</source>
        <translation>
            <numerusform>В реплике {number} «{old}» исправлено на «{new}»; так ещё в {n} реплике</numerusform>
            <numerusform>В реплике {number} «{old}» исправлено на «{new}»; так ещё в {n} репликах</numerusform>
            <numerusform>В реплике {number} «{old}» исправлено на «{new}»; так ещё в {n} репликах</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} reviewed turns it was left as it is</source>
        <translation>
            <numerusform>В {n} проверенной реплике оставлено как есть</numerusform>
            <numerusform>В {n} проверенных репликах оставлено как есть</numerusform>
            <numerusform>В {n} проверенных репликах оставлено как есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} turns it became something else</source>
        <translation>
            <numerusform>В {n} реплике исправлено иначе</numerusform>
            <numerusform>В {n} репликах исправлено иначе</numerusform>
            <numerusform>В {n} репликах исправлено иначе</numerusform>
        </translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, and by the other turns this speaker is {name}</source>
        <translation>«{words}» говорит {name}, и судя по другим репликам этого спикера зовут {name}</translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, but by the other turns the other speaker is {name}</source>
        <translation>«{words}» говорит {name}, но судя по другим репликам {name} — другой спикер</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Что включить</translation>
    </message>
    <message>
        <source>Include the topics</source>
        <translation>Включить темы</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Индиго</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>It does better on calls that it has not seen: this project uses it from now on.</source>
        <translation>На звонках, которых она не видела, проверка стала работать лучше: теперь изученное используется в этом проекте.</translation>
    </message>
    <message>
        <source>It does no better on calls that it has not seen, so it is not used; all stays as it was.</source>
        <translation>На звонках, которых она не видела, проверка не стала работать лучше, поэтому изученное не используется; всё осталось как было.</translation>
    </message>
    <message>
        <source>It ended by itself; nothing was written. Try again with fewer sets.</source>
        <translation>Сбор прервался сам; ничего не записано. Попробуйте ещё раз с меньшим числом выборок.</translation>
    </message>
    <message>
        <source>It ends before it begins: the end is left out.</source>
        <translation>Конец раньше начала: конец опущен.</translation>
    </message>
    <message>
        <source>It has no text: left out.</source>
        <translation>Нет текста: пропущено.</translation>
    </message>
    <message>
        <source>It is at no place of the time line: left out.</source>
        <translation>Нет места на шкале времени: пропущено.</translation>
    </message>
    <message>
        <source>It is closed there: open it</source>
        <translation>Там он закрыт: открыть</translation>
    </message>
    <message>
        <source>It is forgotten. Learn from the finished calls again to have it back.</source>
        <translation>Изученное забыто. Чтобы вернуть его, снова обучите проверку на готовых звонках.</translation>
    </message>
    <message>
        <source>It is no line of an RTTM: left out.</source>
        <translation>Это не строка RTTM: пропущено.</translation>
    </message>
    <message>
        <source>It is no segment with its times: left out.</source>
        <translation>Это не отрезок с временем: пропущено.</translation>
    </message>
    <message>
        <source>It is no word with its times: left out.</source>
        <translation>Это не слово с временем: пропущено.</translation>
    </message>
    <message>
        <source>It stands before the first speaker: left out.</source>
        <translation>Стоит до первого спикера: пропущено.</translation>
    </message>
    <message numerus="yes">
        <source>It stands in {n} places</source>
        <translation>
            <numerusform>Стоит в {n} месте</numerusform>
            <numerusform>Стоит в {n} местах</numerusform>
            <numerusform>Стоит в {n} местах</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON lines, one object a turn</source>
        <translation>JSON Lines, объект на реплику</translation>
    </message>
    <message>
        <source>JSON with a list of segments</source>
        <translation>JSON со списком сегментов</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, для программ</translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation>Объединить реплики</translation>
    </message>
    <message>
        <source>Joined; the turn keeps the speaker of its first part.</source>
        <translation>Объединено; спикер — как у первой части.</translation>
    </message>
    <message>
        <source>KINDS</source>
        <translation>ВИДЫ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Keep capitals</source>
        <translation>Сохранять заглавные</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Keep only copy {number}</source>
        <translation>Оставить только копию {number}</translation>
    </message>
    <message>
        <source>Keep only the first copy</source>
        <translation>Оставить только первую копию</translation>
    </message>
    <message>
        <source>Keep only the last copy</source>
        <translation>Оставить только последнюю копию</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Ключевые слова</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Label Studio tasks, with predictions</source>
        <translation>Задачи Label Studio с предсказаниями</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Labels are not imported: {labels}.</source>
        <translation>Метки не импортируются: {labels}.</translation>
    </message>
    <message>
        <source>Labels flipped</source>
        <translation>Метки перевёрнуты</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language for the card, e.g. ru; can be given several times (default: found out)</source>
        <translation>Язык для карточки, например ru; можно указать несколько раз (по умолчанию определяется)</translation>
    </message>
    <message>
        <source>Language of the program (default: the system's)</source>
        <translation>Язык программы (по умолчанию системный)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Увеличить текст</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Learn from finished calls</source>
        <translation>Обучить на готовых звонках</translation>
    </message>
    <message>
        <source>Learned from {calls}, {words}, on {date}.</source>
        <translation>Изучено: {calls}, {words} ({date}).</translation>
    </message>
    <message>
        <source>Learned on {date}.</source>
        <translation>Изучено {date}.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Learning stopped unexpectedly. Nothing has changed; try again.</source>
        <translation>Обучение неожиданно прервалось. Ничего не изменилось; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Обучение…</translation>
    </message>
    <message>
        <source>Least confidence of the findings that are shown</source>
        <translation>Наименьшая уверенность показываемых находок</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не менять</translation>
    </message>
    <message>
        <source>Leave out calls that are nearly the same as another one</source>
        <translation>Не брать звонки, почти совпадающие с другим</translation>
    </message>
    <message>
        <source>Leave out how it came about: changes, drafts, settings</source>
        <translation>Без того, как он получился: изменений, черновиков, настроек</translation>
    </message>
    <message>
        <source>Leave the roles of the speakers out</source>
        <translation>Не включать роли спикеров</translation>
    </message>
    <message>
        <source>Leave the speakers out</source>
        <translation>Не включать спикеров</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Left out: like another call</source>
        <translation>Не взят: как другой</translation>
    </message>
    <message>
        <source>Left out; click to show this kind</source>
        <translation>Скрыто; нажмите, чтобы показать находки этого вида</translation>
    </message>
    <message>
        <source>Left: more findings, also doubtful ones. Right: fewer and surer ones.</source>
        <translation>Левее — больше находок, в том числе сомнительных. Правее — меньше, но вернее.</translation>
    </message>
    <message>
        <source>Left: who speaks. Right: findings, and bookmarks as flags. Click to go there.</source>
        <translation>Слева: кто говорит. Справа: находки и флажки закладок. Щёлкните, чтобы перейти.</translation>
    </message>
    <message>
        <source>Let “{phrase}” tell the side</source>
        <translation>«{phrase}» определяет сторону</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Licence for the card (default: other)</source>
        <translation>Лицензия для карточки (по умолчанию other)</translation>
    </message>
    <message>
        <source>Licences of what is included</source>
        <translation>Лицензии включённых работ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Похож на</translation>
    </message>
    <message>
        <source>Like another call</source>
        <translation>Как другой звонок</translation>
    </message>
    <message>
        <source>Like {like}</source>
        <translation>Похож: {like}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Line {line} is not understood: left out.</source>
        <translation>Строка {line} не распознана и пропущена.</translation>
    </message>
    <message>
        <source>Line {line} of the template: a brace or bracket has no partner. Write two of it where it is meant as a character.</source>
        <translation>Строка {line} шаблона: у скобки нет пары. Напишите её дважды, если она нужна как знак.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no {name} here. There are: {known}.</source>
        <translation>Строка {line} шаблона: {name} здесь нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>Line {line} of the template: {shape} is no shape. There are: {known}.</source>
        <translation>Строка {line} шаблона: {shape} — не вид записи. Есть: {known}.</translation>
    </message>
    <message>
        <source>Lines with time, name and role</source>
        <translation>Строки с временем, именем и ролью</translation>
    </message>
    <message>
        <source>List of calls</source>
        <translation>Список звонков</translation>
    </message>
    <message>
        <source>List the backups of a project, and what each holds</source>
        <translation>Показать резервные копии проекта и что в каждой из них</translation>
    </message>
    <message>
        <source>List the file formats: what is read, what is written, and what that does not hold</source>
        <translation>Показать форматы файлов: что читается, что пишется и чего в написанном нет</translation>
    </message>
    <message>
        <source>List the transcripts of a project</source>
        <translation>Перечислить звонки проекта</translation>
    </message>
    <message>
        <source>Look whether all of a project is as it was written</source>
        <translation>Проверить, всё ли в проекте осталось таким, как было записано</translation>
    </message>
    <message>
        <source>Looking at the calls…</source>
        <translation>Звонки просматриваются…</translation>
    </message>
    <message>
        <source>Looking for personal data</source>
        <translation>Поиск личных данных</translation>
    </message>
    <message>
        <source>Looking for transcripts</source>
        <translation>Поиск расшифровок</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Так выглядит</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Посмотреть…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Зацикливание</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>Цикл</translation>
    </message>
    <message>
        <source>Lyrics with times (LRC)</source>
        <translation>Тексты песен со временем (LRC)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Сделана</translation>
    </message>
    <message>
        <source>Make it a part of the topic above</source>
        <translation>Сделать частью темы выше</translation>
    </message>
    <message>
        <source>Make one project of two, with all that is in both</source>
        <translation>Сделать из двух проектов один, со всем, что есть в обоих</translation>
    </message>
    <message>
        <source>Mark the call as done</source>
        <translation>Отметить звонок готовым</translation>
    </message>
    <message>
        <source>Mark the call as not done</source>
        <translation>Отметить звонок неготовым</translation>
    </message>
    <message>
        <source>Mark unknown words</source>
        <translation>Отмечать незнакомые слова</translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as not reviewed</source>
        <translation>
            <numerusform>Снять отметку «проверено» с {n} реплики</numerusform>
            <numerusform>Снять отметку «проверено» с {n} реплик</numerusform>
            <numerusform>Снять отметку «проверено» с {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as reviewed</source>
        <translation>
            <numerusform>Отметить проверенной {n} реплику</numerusform>
            <numerusform>Отметить проверенными {n} реплики</numerusform>
            <numerusform>Отметить проверенными {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Markdown, for notes and wikis</source>
        <translation>Markdown, для заметок и вики</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>Скрыть личные данные</translation>
    </message>
    <message>
        <source>Mask personal data of these kinds, separated by commas, e.g. card,phone; all = all kinds</source>
        <translation>Скрыть личные данные этих видов, через запятую, например card,phone; all — всех видов</translation>
    </message>
    <message>
        <source>Masked in the turns: {counts}</source>
        <translation>Скрыто в репликах: {counts}</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Учитывать регистр</translation>
    </message>
    <message>
        <source>Measured on calls that it had not seen</source>
        <translation>Измерено на звонках, которых она не видела</translation>
    </message>
    <message>
        <source>Merge another project</source>
        <translation>Объединить с другим проектом</translation>
    </message>
    <message>
        <source>Merge another project…</source>
        <translation>Объединить с другим проектом…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Объединить с</translation>
    </message>
    <message>
        <source>Merge speaker {gone} into {kept}</source>
        <translation>Объединить спикера {gone} с {kept}</translation>
    </message>
    <message>
        <source>Merge two speakers…</source>
        <translation>Объединить двух спикеров…</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Объединение с {name}</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} turns</source>
        <translation>
            <numerusform>Объединить {n} реплику</numerusform>
            <numerusform>Объединить {n} реплики</numerusform>
            <numerusform>Объединить {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge {speaker} into</source>
        <translation>Объединить {speaker} с</translation>
    </message>
    <message>
        <source>Merged project</source>
        <translation>Объединённый проект</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
    <message>
        <source>Merging two projects</source>
        <translation>Объединение двух проектов</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Объединение…</translation>
    </message>
    <message>
        <source>Mislabelled speakers</source>
        <translation>Ошибки в спикерах</translation>
    </message>
    <message>
        <source>Missing words</source>
        <translation>Пропущенные слова</translation>
    </message>
    <message>
        <source>More about topics</source>
        <translation>Ещё о темах</translation>
    </message>
    <message>
        <source>Most wrong words first</source>
        <translation>Сначала где больше ошибочных слов</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить ниже</translation>
    </message>
    <message>
        <source>Move out of its topic</source>
        <translation>Вынести из темы</translation>
    </message>
    <message>
        <source>Move speaker {speaker}</source>
        <translation>Переставить спикера {speaker}</translation>
    </message>
    <message>
        <source>Move topic {name}</source>
        <translation>Переместить тему «{name}»</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить выше</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the next turn</source>
        <translation>Перенести слова реплики {number} в следующую</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the previous turn</source>
        <translation>Перенести слова реплики {number} в предыдущую</translation>
    </message>
    <message>
        <source>My format</source>
        <translation>Мой формат</translation>
    </message>
    <message>
        <source>My rules</source>
        <translation>Мои правила</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>ИМЕНА</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>НОВЫЙ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Имя человека</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Название:</translation>
    </message>
    <message>
        <source>Names of people too</source>
        <translation>И имена людей</translation>
    </message>
    <message>
        <source>Names of the two reviewers, e.g. "Anna,Boris" (default: as in the history)</source>
        <translation>Имена двух проверяющих, например "Anna,Boris" (по умолчанию: как в истории)</translation>
    </message>
    <message>
        <source>Nearly the same, and in one split: {calls}</source>
        <translation>Почти одинаковы и в одной части: {calls}</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Нужен ответ</translation>
    </message>
    <message>
        <source>Neither a turn nor a header: left out.</source>
        <translation>Не реплика и не заголовок: пропущено.</translation>
    </message>
    <message>
        <source>Never report this repeat</source>
        <translation>Больше не отмечать этот повтор</translation>
    </message>
    <message>
        <source>Never report “{phrase}”</source>
        <translation>Не отмечать «{phrase}»</translation>
    </message>
    <message>
        <source>New part of this topic…</source>
        <translation>Новая часть этой темы…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>New project for what can be read</source>
        <translation>Новый проект для того, что читается</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Создать проект…</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Новая тема</translation>
    </message>
    <message>
        <source>New topic “{name}”</source>
        <translation>Новая тема «{name}»</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Добавить тему…</translation>
    </message>
    <message>
        <source>New words begin with a capital where the old ones do</source>
        <translation>Новые слова начинаются с заглавной там, где с неё начинались прежние</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Новый…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Следующая закладка</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Следующая находка</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Next, previous match</source>
        <translation>Следующее, предыдущее совпадение</translation>
    </message>
    <message>
        <source>No action and no key is called so.</source>
        <translation>Нет ни такого действия, ни такой клавиши.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Звонков пока нет</translation>
    </message>
    <message>
        <source>No change is called so.</source>
        <translation>Таких изменений нет.</translation>
    </message>
    <message>
        <source>No decisions count yet.</source>
        <translation>Пока нет решений, которые учитываются.</translation>
    </message>
    <message>
        <source>No finding is left to decide.</source>
        <translation>Нерешённых находок нет.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>No line of times like 00:00:01,000 --&gt; 00:00:04,000 was found in {name}. Choose another format.</source>
        <translation>В {name} нет строк времени вида 00:00:01,000 --&gt; 00:00:04,000. Выберите другой формат.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation>Открытых находок нет</translation>
    </message>
    <message>
        <source>No open findings.</source>
        <translation>Открытых находок нет.</translation>
    </message>
    <message>
        <source>No phrase as the recogniser writes them: left out.</source>
        <translation>Это не фраза в том виде, в каком их пишет распознаватель: пропущено.</translation>
    </message>
    <message>
        <source>No phrases yet. Add one above, or press {key} on a repeat that is fine.</source>
        <translation>Фраз пока нет. Добавьте фразу выше или нажмите {key} на повторе, который считаете нормой.</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>Недавних проектов нет</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Без роли</translation>
    </message>
    <message>
        <source>No speaker yet: kept as a turn without speaker.</source>
        <translation>Спикер ещё не назван: оставлено репликой без спикера.</translation>
    </message>
    <message>
        <source>No topic has the key {digit}. Add one in the topics panel.</source>
        <translation>У клавиши {digit} нет темы. Добавьте её на панели «Темы».</translation>
    </message>
    <message>
        <source>No topics yet. Add one, then press {key} on a turn.</source>
        <translation>Тем пока нет. Добавьте тему и нажмите {key} на реплике.</translation>
    </message>
    <message>
        <source>No topics yet: type a name and press {key}.</source>
        <translation>Тем пока нет: введите название и нажмите {key}.</translation>
    </message>
    <message>
        <source>No turn is marked as reviewed.</source>
        <translation>Ни одна реплика не отмечена как проверенная.</translation>
    </message>
    <message>
        <source>No turn is marked as reviewed. Review calls first, or take all turns.</source>
        <translation>Ни одна реплика не отмечена как проверенная. Сначала проверьте звонки или возьмите все реплики.</translation>
    </message>
    <message>
        <source>No turn of this call is marked as reviewed yet.</source>
        <translation>В этом звонке пока нет проверенных реплик.</translation>
    </message>
    <message>
        <source>No turn passes the filter. The cross in the bar above shows all turns again.</source>
        <translation>Ни одна реплика не проходит фильтр. Крестик на панели выше снова покажет все реплики.</translation>
    </message>
    <message>
        <source>No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, “[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.</source>
        <translation>В файле {name} не найдено ни одной реплики. Реплика начинается так: «Клиент (SPK00): …», «SPK00: …», «Имя: …», «[00:01:02] Имя: …» или «[SPEAKER_00]: …». Укажите спикеров в начале строк или выберите другую кодировку.</translation>
    </message>
    <message>
        <source>No words were changed.</source>
        <translation>Слова не менялись.</translation>
    </message>
    <message>
        <source>No words: kept as an empty turn.</source>
        <translation>Слов нет: оставлено пустой репликой.</translation>
    </message>
    <message>
        <source>Nobody can tell who has this project open, or whether somebody has.</source>
        <translation>Неизвестно, кто открыл этот проект и открыт ли он вообще.</translation>
    </message>
    <message>
        <source>None of these findings is current any more.</source>
        <translation>Ни одна из этих находок уже не актуальна.</translation>
    </message>
    <message>
        <source>None of these turns is of {a} or {b}.</source>
        <translation>Среди этих реплик нет реплик {a} и {b}.</translation>
    </message>
    <message>
        <source>None of these words were imported, so there is nothing to go back to.</source>
        <translation>Этих слов не было в исходном тексте, вернуться не к чему.</translation>
    </message>
    <message>
        <source>None: it stands at the top</source>
        <translation>Нет: тема верхнего уровня</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ещё не проверено</translation>
    </message>
    <message>
        <source>Not done yet: {names}. Whoever still works on it should not see what the other one has decided.</source>
        <translation>Ещё не готово: {names}. Тот, кто ещё работает над звонком, не должен видеть решения другого.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Не импортирован</translation>
    </message>
    <message>
        <source>Not in the file: {contents}</source>
        <translation>В файле не будет: {contents}</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Не открыто</translation>
    </message>
    <message>
        <source>Not read: {columns}. An import takes words, speakers, roles and times.</source>
        <translation>Не прочитано: {columns}. При импорте берутся слова, спикеры, роли и время.</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Непроверенные</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Nothing can be read of {path}. Go back to a backup.</source>
        <translation>Из {path} ничего не удаётся прочитать. Вернитесь к резервной копии.</translation>
    </message>
    <message>
        <source>Nothing can be written beside {path}. Open it for reading, or a copy in a folder of your own.</source>
        <translation>Рядом с {path} ничего нельзя записать. Откройте его для чтения или откройте копию в своей папке.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>Nothing in the file was run, and it was not altered. Its texts can be taken over without the rest.</source>
        <translation>Ничего из файла не выполнялось, и он не изменён. Тексты можно перенести без остального.</translation>
    </message>
    <message>
        <source>Nothing is called so. Try fewer letters.</source>
        <translation>Ничего такого нет. Попробуйте меньше букв.</translation>
    </message>
    <message>
        <source>Nothing is decided yet</source>
        <translation>Пока ничего не решено</translation>
    </message>
    <message>
        <source>Nothing is found or decided yet.</source>
        <translation>Пока ничего не найдено и не решено.</translation>
    </message>
    <message>
        <source>Nothing is left of call {id}</source>
        <translation>От звонка {id} ничего не осталось</translation>
    </message>
    <message>
        <source>Nothing is masked. What is counted are places in the turns.</source>
        <translation>Ничего не скрывается. Посчитаны места в репликах.</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>Пока ничего не изучено.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Данные не покидают этот компьютер.</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>Здесь ничего нет.</translation>
    </message>
    <message>
        <source>Nothing that was done until now can be undone afterwards, in any call. This cannot be taken back.</source>
        <translation>После этого ничего из сделанного раньше нельзя будет отменить, ни в одном звонке. Удаление необратимо.</translation>
    </message>
    <message>
        <source>Nothing was altered.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing was altered. What is done there is saved there.</source>
        <translation>Ничего не изменено. Сделанное там сохраняется там.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Each change will stand here, and can be taken back.</source>
        <translation>Пока ничего не изменено. Здесь появится каждое изменение, и его можно будет отменить.</translation>
    </message>
    <message>
        <source>Nothing: the words go</source>
        <translation>Ничего: слова удаляются</translation>
    </message>
    <message>
        <source>Now: {calls}, {turns}.</source>
        <translation>Сейчас: {calls}, {turns}.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Number of the turn, 1 to {last}, or a time such as 1:23:</source>
        <translation>Номер реплики, от 1 до {last}, или время, например 1:23:</translation>
    </message>
    <message>
        <source>Number of the turn, 1 to {last}:</source>
        <translation>Номер реплики, от 1 до {last}:</translation>
    </message>
    <message>
        <source>Number that the splits depend on (default: 0)</source>
        <translation>Число, от которого зависит деление (по умолчанию 0)</translation>
    </message>
    <message>
        <source>Number the values, the same in all calls: {example}</source>
        <translation>Нумеровать значения, одинаково во всех звонках: {example}</translation>
    </message>
    <message>
        <source>OTHER</source>
        <translation>ДРУГОЙ</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>КУДА</translation>
    </message>
    <message>
        <source>Of the whole project</source>
        <translation>Всего проекта</translation>
    </message>
    <message>
        <source>Of the whole project, before</source>
        <translation>Всего проекта, до</translation>
    </message>
    <message>
        <source>Of this call</source>
        <translation>Этого звонка</translation>
    </message>
    <message>
        <source>Of this call: {name}</source>
        <translation>Этого звонка: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Of {n} calls parts may be missing or be as they were imported: look them through.</source>
        <translation>
            <numerusform>В {n} звонке чего-то может не хватать, или текст мог остаться исходным: просмотрите его.</numerusform>
            <numerusform>В {n} звонках чего-то может не хватать, или текст мог остаться исходным: просмотрите их.</numerusform>
            <numerusform>В {n} звонках чего-то может не хватать, или текст мог остаться исходным: просмотрите их.</numerusform>
        </translation>
    </message>
    <message>
        <source>Older changes</source>
        <translation>Более ранние изменения</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Оливковый</translation>
    </message>
    <message>
        <source>One JSON object a file, one a line</source>
        <translation>Объект JSON на каждый файл, по одному в строке</translation>
    </message>
    <message>
        <source>One JSON object a file, one a line, and one with the sums</source>
        <translation>По объекту JSON на файл, по одному в строке, и ещё один с итогами</translation>
    </message>
    <message>
        <source>One JSON object a format, one a line</source>
        <translation>По объекту JSON на формат, по одному в строке</translation>
    </message>
    <message>
        <source>One JSON object with all backups</source>
        <translation>Один объект JSON со всеми резервными копиями</translation>
    </message>
    <message>
        <source>One JSON object with all numbers</source>
        <translation>Один объект JSON со всеми числами</translation>
    </message>
    <message>
        <source>One JSON object with what is damaged</source>
        <translation>Один объект JSON: что повреждено</translation>
    </message>
    <message>
        <source>One JSON object with what was measured</source>
        <translation>Один объект JSON с тем, что измерено</translation>
    </message>
    <message>
        <source>One JSON object with what was read and what was lost</source>
        <translation>Один объект JSON: что прочитано и что потеряно</translation>
    </message>
    <message>
        <source>One JSON object with what was the same and what differs</source>
        <translation>Один объект JSON: что совпало и что различается</translation>
    </message>
    <message>
        <source>One JSON object with what was written</source>
        <translation>Один объект JSON о том, что записано</translation>
    </message>
    <message>
        <source>One answers the other under the same name: “{left} | {right}”</source>
        <translation>Один отвечает другому под тем же именем: «{left} | {right}»</translation>
    </message>
    <message>
        <source>One name</source>
        <translation>Одно имя</translation>
    </message>
    <message>
        <source>One person, two names</source>
        <translation>Один человек под двумя именами</translation>
    </message>
    <message>
        <source>One rule a line, for example:
{rules}</source>
        <translation>Одно правило в строке, например:
{rules}</translation>
    </message>
    <message>
        <source>Only findings, in context</source>
        <translation>Только находки, с контекстом</translation>
    </message>
    <message>
        <source>Only forget what has been learned before</source>
        <translation>Только забыть изученное раньше</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Только совпадения</translation>
    </message>
    <message>
        <source>Only repeats can be allowed; this finding is none.</source>
        <translation>Разрешить можно только повтор, а эта находка — не повтор.</translation>
    </message>
    <message>
        <source>Only show what has been learned before</source>
        <translation>Только показать изученное раньше</translation>
    </message>
    <message numerus="yes">
        <source>Only the first {n} hits are shown. Replace these first, or look for something rarer.</source>
        <translation>
            <numerusform>Показано только первое {n} совпадение. Замените его или уточните поиск.</numerusform>
            <numerusform>Показаны только первые {n} совпадения. Замените их или уточните поиск.</numerusform>
            <numerusform>Показаны только первые {n} совпадений. Замените их или уточните поиск.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this kind, e.g. loop, also one that is not shown otherwise; can be given several times</source>
        <translation>Только этот вид, например loop, в том числе такой, что обычно не показывается; можно указать несколько раз</translation>
    </message>
    <message>
        <source>Only this transcript (see list)</source>
        <translation>Только этот звонок (см. list)</translation>
    </message>
    <message>
        <source>Only this: duplicates or speakers; can be given twice</source>
        <translation>Только это: duplicates (повторы) или speakers (спикеры); можно указать оба</translation>
    </message>
    <message>
        <source>Only turns marked as reviewed</source>
        <translation>Только проверенные реплики</translation>
    </message>
    <message>
        <source>Only turns that are marked as reviewed</source>
        <translation>Только проверенные реплики</translation>
    </message>
    <message>
        <source>Only visible turns that follow each other can be merged.</source>
        <translation>Объединить можно только видимые реплики, идущие подряд.</translation>
    </message>
    <message>
        <source>Only write what has been learned before to a file, for check --learned</source>
        <translation>Только записать изученное раньше в файл, для check --learned</translation>
    </message>
    <message>
        <source>Only {name} has worked on {call}</source>
        <translation>Работал только {name}: {call}</translation>
    </message>
    <message>
        <source>Only {name} has {call}</source>
        <translation>Только у {name}: {call}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a call to see who speaks.</source>
        <translation>Откройте звонок, чтобы увидеть, кто говорит.</translation>
    </message>
    <message>
        <source>Open a call to tag its turns.</source>
        <translation>Откройте звонок, чтобы отмечать реплики темами.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Открыть копию</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>Открыть копию…</translation>
    </message>
    <message>
        <source>Open a transcript or drop one on the window; what is found and done in it is counted here.</source>
        <translation>Откройте расшифровку или перетащите её в окно: здесь будет подсчитано, что в ней найдено и сделано.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Всё равно открыть</translation>
    </message>
    <message>
        <source>Open anyway…</source>
        <translation>Всё равно открыть…</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Открыть для чтения</translation>
    </message>
    <message>
        <source>Open in another encoding</source>
        <translation>Открыть в другой кодировке</translation>
    </message>
    <message>
        <source>Open in another encoding…</source>
        <translation>Открыть в другой кодировке…</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Всё равно открыть</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Открыть недавние</translation>
    </message>
    <message>
        <source>Open the gold version</source>
        <translation>Открыть эталон</translation>
    </message>
    <message>
        <source>Open the merged project</source>
        <translation>Открыть объединённый проект</translation>
    </message>
    <message>
        <source>OpenAI diarized JSON</source>
        <translation>JSON OpenAI со спикерами</translation>
    </message>
    <message>
        <source>Opening files</source>
        <translation>Открытие файлов</translation>
    </message>
    <message>
        <source>Opening the call</source>
        <translation>Открывается звонок</translation>
    </message>
    <message>
        <source>Opening the history</source>
        <translation>Чтение истории</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Открывается проект</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Or the border is here</source>
        <translation>Или граница здесь</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочие</translation>
    </message>
    <message>
        <source>Other people's work in it</source>
        <translation>Сторонние работы в составе программы</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Другой…</translation>
    </message>
    <message>
        <source>Otter.ai text</source>
        <translation>Текст Otter.ai</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Нахлёст</translation>
    </message>
    <message>
        <source>Overlapping turns</source>
        <translation>Нахлёст реплик</translation>
    </message>
    <message>
        <source>Overview of the call</source>
        <translation>Обзор звонка</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>ПУТЬ</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>ОБРАЗЕЦ</translation>
    </message>
    <message>
        <source>PHRASE</source>
        <translation>ФРАЗА</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>ПРОЕКТ</translation>
    </message>
    <message>
        <source>Page to read and print (HTML)</source>
        <translation>Страница для чтения и печати (HTML)</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Parquet needs the package pyarrow. Install it with pip install pyarrow, or write jsonl.</source>
        <translation>Для Parquet нужен пакет pyarrow. Установите его: pip install pyarrow, или пишите jsonl.</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Часть темы</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Часть названия</translation>
    </message>
    <message>
        <source>Parts of the project file cannot be read.</source>
        <translation>Часть файла проекта не читается.</translation>
    </message>
    <message>
        <source>Passed over, because it holds no turns: {tiers}.</source>
        <translation>Пропущено, потому что реплик там нет: {tiers}.</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Номер паспорта</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Личные данные</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>Личные данные…</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Фраза</translation>
    </message>
    <message>
        <source>Phrase heard in silence</source>
        <translation>Фраза из тишины</translation>
    </message>
    <message>
        <source>Phrase to allow</source>
        <translation>Фраза, которую разрешить</translation>
    </message>
    <message>
        <source>Phrases that people say twice on purpose. No call of this project reports a repeat of them.</source>
        <translation>Фразы, которые люди повторяют намеренно. Их повторы не отмечаются ни в одном звонке этого проекта.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Картинка…</translation>
    </message>
    <message numerus="yes">
        <source>Pin the speakers of {n} turns</source>
        <translation>
            <numerusform>Закрепить спикеров {n} реплики</numerusform>
            <numerusform>Закрепить спикеров {n} реплик</numerusform>
            <numerusform>Закрепить спикеров {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Мест</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Простой текст</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Precision before</source>
        <translation>Точность до</translation>
    </message>
    <message>
        <source>Precision is the share of the decided findings that were right, also when they were repaired in another way.</source>
        <translation>Точность — доля решённых находок, которые оказались верными, в том числе исправленных иначе.</translation>
    </message>
    <message>
        <source>Precision of the findings</source>
        <translation>Точность находок</translation>
    </message>
    <message>
        <source>Preferences: what was accepted and dismissed</source>
        <translation>Предпочтения: что принято и что отклонено</translation>
    </message>
    <message>
        <source>Press the key, with Ctrl, Alt or Shift if you like. Esc stops.</source>
        <translation>Нажмите клавишу, можно вместе с Ctrl, Alt или Shift. Esc — не менять.</translation>
    </message>
    <message>
        <source>Press the key…</source>
        <translation>Нажмите клавишу…</translation>
    </message>
    <message>
        <source>Press {key} to see the first one.</source>
        <translation>Нажмите {key}, чтобы увидеть первую.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Просмотр…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Предыдущая находка</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Project to make</source>
        <translation>Проект, который будет создан</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Пурпурный</translation>
    </message>
    <message>
        <source>Put a backup in the place of a project; what stands there is kept under another name</source>
        <translation>Вернуть резервную копию на место проекта; то, что там было, сохранится под другим именем</translation>
    </message>
    <message>
        <source>Question and answer stand in one turn</source>
        <translation>Вопрос и ответ стоят в одной реплике</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>RECIPE</source>
        <translation>РЕЦЕПТ</translation>
    </message>
    <message>
        <source>RTTM, who speaks when, with the words</source>
        <translation>RTTM: кто и когда говорит, со словами</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитано заново</translation>
    </message>
    <message>
        <source>Read again in this encoding</source>
        <translation>Прочитать заново в этой кодировке</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Прочитать как</translation>
    </message>
    <message>
        <source>Read as another format…</source>
        <translation>Прочитать в другом формате…</translation>
    </message>
    <message>
        <source>Read as: {format}</source>
        <translation>Прочитан как: {format}</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>Прочитать как…</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>Прочитан частично</translation>
    </message>
    <message>
        <source>Read tables with these columns in this way from now on</source>
        <translation>Дальше читать таблицы с такими столбцами так же</translation>
    </message>
    <message numerus="yes">
        <source>Read the other {n} files with this question in the same way</source>
        <translation>
            <numerusform>Прочитать так же ещё {n} файл с этим вопросом</numerusform>
            <numerusform>Прочитать так же ещё {n} файла с этим вопросом</numerusform>
            <numerusform>Прочитать так же ещё {n} файлов с этим вопросом</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the project again</source>
        <translation>Прочитать проект заново</translation>
    </message>
    <message numerus="yes">
        <source>Read was the sheet {name} of {n}.</source>
        <translation>
            <numerusform>Прочитан лист {name} из {n}.</numerusform>
            <numerusform>Прочитан лист {name} из {n}.</numerusform>
            <numerusform>Прочитан лист {name} из {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read {name} as {encoding}</source>
        <translation>Прочитать {name} в кодировке {encoding}</translation>
    </message>
    <message>
        <source>Reading calls</source>
        <translation>Чтение звонков</translation>
    </message>
    <message>
        <source>Reading what can be read</source>
        <translation>Чтение того, что читается</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Recognisers trained on videos write this where nobody speaks</source>
        <translation>Распознаватели, обученные на видео, пишут это там, где никто не говорит</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Вымарать</translation>
    </message>
    <message numerus="yes">
        <source>Redact in {n} calls</source>
        <translation>
            <numerusform>Вымарать в {n} звонке</numerusform>
            <numerusform>Вымарать в {n} звонках</numerusform>
            <numerusform>Вымарать в {n} звонках</numerusform>
        </translation>
    </message>
    <message>
        <source>Redact selection</source>
        <translation>Вымарать выделенное</translation>
    </message>
    <message>
        <source>Redact selection…</source>
        <translation>Вымарать выделенное…</translation>
    </message>
    <message numerus="yes">
        <source>Redact {n} values</source>
        <translation>
            <numerusform>Вымарать {n} значение</numerusform>
            <numerusform>Вымарать {n} значения</numerusform>
            <numerusform>Вымарать {n} значений</numerusform>
        </translation>
    </message>
    <message>
        <source>Redacted: the words are gone, from the history too.</source>
        <translation>Вымарано: этих слов больше нет, в истории тоже.</translation>
    </message>
    <message>
        <source>Redacting</source>
        <translation>Вымарывание</translation>
    </message>
    <message>
        <source>Redacting…</source>
        <translation>Вымарывается…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Вернуть: {what}</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message numerus="yes">
        <source>Relabel {n} turns</source>
        <translation>
            <numerusform>Сменить спикера у {n} реплики</numerusform>
            <numerusform>Сменить спикера у {n} реплик</numerusform>
            <numerusform>Сменить спикера у {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Remarks; every line was kept</source>
        <translation>Замечания; все строки сохранены</translation>
    </message>
    <message>
        <source>Remove call from the project</source>
        <translation>Убрать звонок из проекта</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>Убрать из проекта</translation>
    </message>
    <message>
        <source>Remove speaker</source>
        <translation>Удалить спикера</translation>
    </message>
    <message>
        <source>Remove speaker {speaker}</source>
        <translation>Удалить спикера {speaker}</translation>
    </message>
    <message>
        <source>Remove the call from the project</source>
        <translation>Удалить звонок из проекта</translation>
    </message>
    <message>
        <source>Remove topic</source>
        <translation>Удалить тему</translation>
    </message>
    <message>
        <source>Remove topic {name}</source>
        <translation>Удалить тему «{name}»</translation>
    </message>
    <message>
        <source>Remove topic…</source>
        <translation>Удалить тему…</translation>
    </message>
    <message>
        <source>Remove words</source>
        <translation>Убрать слова</translation>
    </message>
    <message>
        <source>Remove {key}</source>
        <translation>Убрать {key}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Удалить {name}</translation>
    </message>
    <message>
        <source>Remove {name}? Tagged with it: {turns} {calls}.</source>
        <translation>Удалить тему «{name}»? Ею отмечено: {turns} {calls}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} allowed repeats</source>
        <translation>
            <numerusform>Убрать {n} разрешённый повтор</numerusform>
            <numerusform>Убрать {n} разрешённых повтора</numerusform>
            <numerusform>Убрать {n} разрешённых повторов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} calls</source>
        <translation>
            <numerusform>Убрать {n} звонок</numerusform>
            <numerusform>Убрать {n} звонка</numerusform>
            <numerusform>Убрать {n} звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} role words</source>
        <translation>
            <numerusform>Убрать {n} слово роли</numerusform>
            <numerusform>Убрать {n} слова ролей</numerusform>
            <numerusform>Убрать {n} слов ролей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {topic} from {n} turns</source>
        <translation>
            <numerusform>Снять тему «{topic}» с {n} реплики</numerusform>
            <numerusform>Снять тему «{topic}» с {n} реплик</numerusform>
            <numerusform>Снять тему «{topic}» с {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed again</source>
        <translation>Снова убран</translation>
    </message>
    <message>
        <source>Rename call</source>
        <translation>Переименование звонка</translation>
    </message>
    <message>
        <source>Rename call…</source>
        <translation>Переименовать звонок…</translation>
    </message>
    <message>
        <source>Rename speaker {speaker}</source>
        <translation>Переименовать спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Rename the call</source>
        <translation>Переименовать звонок</translation>
    </message>
    <message>
        <source>Rename the rule</source>
        <translation>Переименование правила</translation>
    </message>
    <message>
        <source>Rename the rule set</source>
        <translation>Переименование набора</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Переименовать {name}</translation>
    </message>
    <message numerus="yes">
        <source>Rename {n} calls</source>
        <translation>
            <numerusform>Переименовать {n} звонок</numerusform>
            <numerusform>Переименовать {n} звонка</numerusform>
            <numerusform>Переименовать {n} звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Repeated phrase</source>
        <translation>Повтор внутри реплики</translation>
    </message>
    <message>
        <source>Repeated turn</source>
        <translation>Повтор реплики</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замена</translation>
    </message>
    <message>
        <source>Replace a file that is the transcript as it was imported</source>
        <translation>Заменить файл, даже если в нём исходная расшифровка</translation>
    </message>
    <message>
        <source>Replace by “{new}”</source>
        <translation>Заменить на «{new}»</translation>
    </message>
    <message numerus="yes">
        <source>Replace in {n} places</source>
        <translation>
            <numerusform>Заменить в {n} месте</numerusform>
            <numerusform>Заменить в {n} местах</numerusform>
            <numerusform>Заменить в {n} местах</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Replace what stands there</source>
        <translation>Заменить то, что сейчас</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Заменить на</translation>
    </message>
    <message numerus="yes">
        <source>Replace words in {n} turns</source>
        <translation>
            <numerusform>Замена слов в {n} реплике</numerusform>
            <numerusform>Замена слов в {n} репликах</numerusform>
            <numerusform>Замена слов в {n} репликах</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places. Undo takes it back.</source>
        <translation>
            <numerusform>Заменено в {n} месте. Отмена вернёт прежнее.</numerusform>
            <numerusform>Заменено в {n} местах. Отмена вернёт прежнее.</numerusform>
            <numerusform>Заменено в {n} местах. Отмена вернёт прежнее.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Замена…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Report of the last import…</source>
        <translation>Отчёт о последнем импорте…</translation>
    </message>
    <message>
        <source>Rescue from a damaged project</source>
        <translation>Спасение из повреждённого проекта</translation>
    </message>
    <message>
        <source>Rescued call {id}</source>
        <translation>Спасённый звонок {id}</translation>
    </message>
    <message>
        <source>Rescued topic {id}</source>
        <translation>Спасённая тема {id}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Вернуть из резервной копии</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Вернуть из резервной копии…</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Вернуть все</translation>
    </message>
    <message>
        <source>Restore hidden turns</source>
        <translation>Показать снова скрытые реплики</translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} drafts</source>
        <translation>
            <numerusform>Вернуть {n} черновик</numerusform>
            <numerusform>Вернуть {n} черновика</numerusform>
            <numerusform>Вернуть {n} черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} turns</source>
        <translation>
            <numerusform>Показать снова {n} реплику</numerusform>
            <numerusform>Показать снова {n} реплики</numerusform>
            <numerusform>Показать снова {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Возврат из резервной копии</translation>
    </message>
    <message>
        <source>Rev AI</source>
        <translation>Rev AI</translation>
    </message>
    <message>
        <source>Revert this turn</source>
        <translation>Вернуть к исходному</translation>
    </message>
    <message>
        <source>Revert turn to source</source>
        <translation>Вернуть реплику к исходному тексту</translation>
    </message>
    <message>
        <source>Revert turn {number}</source>
        <translation>Вернуть реплику {number} к исходному тексту</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Режим проверки</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Проверена</translation>
    </message>
    <message>
        <source>Reviewer of {name}</source>
        <translation>Проверяющий в {name}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Role words</source>
        <translation>Слова ролей</translation>
    </message>
    <message>
        <source>Role words added</source>
        <translation>Добавлены слова ролей</translation>
    </message>
    <message>
        <source>Role words that tell another side; kept as {name} has them</source>
        <translation>Слова ролей, указывающие на другую сторону; оставлены как у {name}</translation>
    </message>
    <message>
        <source>Role words…</source>
        <translation>Слова ролей…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Roles swapped</source>
        <translation>Роли перепутаны</translation>
    </message>
    <message>
        <source>Roles: which side says a turn</source>
        <translation>Роли: чья это реплика</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>Набор правил</translation>
    </message>
    <message>
        <source>Rule sets</source>
        <translation>Наборы правил</translation>
    </message>
    <message>
        <source>Rule sets…</source>
        <translation>Наборы правил…</translation>
    </message>
    <message>
        <source>Rule “{rule}”: {words} (turns: {turns})</source>
        <translation>Правило «{rule}»: {words} (реплики: {turns})</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Rules that are run together, with one preview and one undo step. Save rules from Edit → Replace.</source>
        <translation>Правила, которые применяются вместе: один просмотр и один шаг отмены. Правила сохраняются из окна Правка → Замена.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Сквозной</translation>
    </message>
    <message>
        <source>Run over several turns</source>
        <translation>Сквозной повтор</translation>
    </message>
    <message>
        <source>Run rule set</source>
        <translation>Замена по набору правил</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Работает на</translation>
    </message>
    <message>
        <source>Russian National Corpus, spoken (XHTML)</source>
        <translation>Национальный корпус русского языка, устные тексты (XHTML)</translation>
    </message>
    <message>
        <source>SALT</source>
        <translation>SALT</translation>
    </message>
    <message>
        <source>SNILS</source>
        <translation>СНИЛС</translation>
    </message>
    <message>
        <source>STM, turns with their times for scoring</source>
        <translation>STM: реплики с временем для оценки</translation>
    </message>
    <message numerus="yes">
        <source>Said in {n} parts</source>
        <translation>
            <numerusform>Сказано в {n} части</numerusform>
            <numerusform>Сказано в {n} частях</numerusform>
            <numerusform>Сказано в {n} частях</numerusform>
        </translation>
    </message>
    <message>
        <source>SaluteSpeech</source>
        <translation>SaluteSpeech</translation>
    </message>
    <message>
        <source>Salvage what can be read…</source>
        <translation>Спасти то, что читается…</translation>
    </message>
    <message>
        <source>Same fix</source>
        <translation>Та же правка</translation>
    </message>
    <message>
        <source>Same fix elsewhere</source>
        <translation>Та же правка в других местах</translation>
    </message>
    <message>
        <source>Sample in English</source>
        <translation>Пример на английском</translation>
    </message>
    <message>
        <source>Sample in Russian</source>
        <translation>Пример на русском</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Сохранить копию в другом месте</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Сохранить копию в другом месте…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Save as rule</source>
        <translation>Сохранить как правило</translation>
    </message>
    <message>
        <source>Save as rule…</source>
        <translation>Сохранить как правило…</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Save topic</source>
        <translation>Сохранить тему</translation>
    </message>
    <message>
        <source>Saved a copy of {size} as {name} in {folder}.</source>
        <translation>Копия ({size}) сохранена: {name} в папке {folder}.</translation>
    </message>
    <message>
        <source>Saved as {name}; work goes on there.</source>
        <translation>Сохранено как {name}; работа продолжается там.</translation>
    </message>
    <message>
        <source>Saved in the rule set {name}.</source>
        <translation>Сохранено в наборе {name}.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Сохраняется копия</translation>
    </message>
    <message>
        <source>Say how far two versions of calls agree, in a project or in two</source>
        <translation>Сказать, насколько согласны две версии звонков, в одном проекте или в двух</translation>
    </message>
    <message>
        <source>Say over each column what it holds. A column with the words is needed.</source>
        <translation>Укажите над каждым столбцом, что в нём. Столбец со словами обязателен.</translation>
    </message>
    <message>
        <source>Say what is suspect in transcripts, and why</source>
        <translation>Показать, что подозрительно в расшифровках и почему</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>See annotator formats (default: by the suffix)</source>
        <translation>См. annotator formats (по умолчанию по суффиксу)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>SegLST, segments for scoring (JSON)</source>
        <translation>SegLST, сегменты для оценки (JSON)</translation>
    </message>
    <message>
        <source>Select at least two turns to merge.</source>
        <translation>Чтобы объединить реплики, выделите хотя бы две.</translation>
    </message>
    <message>
        <source>Set the colour of {speaker}</source>
        <translation>Задать цвет спикера {speaker}</translation>
    </message>
    <message>
        <source>Set the role of {speaker}</source>
        <translation>Задать роль спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Shares of training, validation and test (default: 80,10,10)</source>
        <translation>Доли обучения, проверки и теста (по умолчанию 80,10,10)</translation>
    </message>
    <message>
        <source>Short, as it will stand in the table</source>
        <translation>Коротко: так оно будет стоять в таблице</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показывать</translation>
    </message>
    <message>
        <source>Show all turns again</source>
        <translation>Снова показать все реплики</translation>
    </message>
    <message>
        <source>Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)</source>
        <translation>Показывать находки с уверенностью не ниже этой, от 0 до 1 (по умолчанию у каждого детектора свой порог)</translation>
    </message>
    <message>
        <source>Show only the turns that hold the words</source>
        <translation>Показывать только реплики с этими словами</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>Показать версию и выйти</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>Показать эту справку и выйти</translation>
    </message>
    <message>
        <source>Shown; click to leave this kind out</source>
        <translation>Показано; нажмите, чтобы скрыть находки этого вида</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Тишина</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Уменьшить текст</translation>
    </message>
    <message>
        <source>Somebody has {path} open. Open it for reading, or a copy.</source>
        <translation>{path} уже кем-то открыт. Откройте его для чтения или откройте копию.</translation>
    </message>
    <message>
        <source>Something is still being written to the project. Try again in a moment.</source>
        <translation>В проект ещё идёт запись. Повторите через мгновение.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}), and the last change is not saved. What you typed stays open: try again.</source>
        <translation>Произошло непредвиденное ({kind}), и последнее изменение не сохранено. Набранное остаётся открытым: попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}). What is marked as saved is saved.</source>
        <translation>Произошло непредвиденное ({kind}). То, что отмечено как сохранённое, сохранено.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Source of turn {number}</source>
        <translation>Исходный текст реплики {number}</translation>
    </message>
    <message>
        <source>Source under edited turns</source>
        <translation>Исходник под изменёнными репликами</translation>
    </message>
    <message>
        <source>Source, {speaker}:</source>
        <translation>Исходник, {speaker}:</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Исходник:</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Спикер</translation>
    </message>
    <message>
        <source>Speaker is unclear</source>
        <translation>Спикер неясен</translation>
    </message>
    <message>
        <source>Speaker n of the selected turns</source>
        <translation>Назначить спикера n выделенным репликам</translation>
    </message>
    <message>
        <source>Speaker was {speaker}; the words are the same.</source>
        <translation>Спикер был другой: {speaker}. Слова те же.</translation>
    </message>
    <message>
        <source>Speaker {digit}</source>
        <translation>Спикер {digit}</translation>
    </message>
    <message>
        <source>Speaker {number}</source>
        <translation>Спикер {number}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Спикеры</translation>
    </message>
    <message>
        <source>Speakers are right from here on</source>
        <translation>Отсюда спикеры верны</translation>
    </message>
    <message>
        <source>Speakers of the call</source>
        <translation>Спикеры звонка</translation>
    </message>
    <message>
        <source>Speakers: kappa {kappa}</source>
        <translation>Спикеры: каппа {kappa}</translation>
    </message>
    <message>
        <source>Speakers: who said which word (DiarizationLM)</source>
        <translation>Спикеры: кто сказал какое слово (DiarizationLM)</translation>
    </message>
    <message>
        <source>Speech research</source>
        <translation>Исследования речи</translation>
    </message>
    <message>
        <source>Speechmatics</source>
        <translation>Speechmatics</translation>
    </message>
    <message>
        <source>Split at the caret; both parts keep the speaker</source>
        <translation>Разделить у курсора; спикер у обеих частей прежний</translation>
    </message>
    <message>
        <source>Split at the caret; the second part gets the other speaker</source>
        <translation>Разделить у курсора; вторая часть — другому спикеру</translation>
    </message>
    <message>
        <source>Split by call</source>
        <translation>Деление по звонкам</translation>
    </message>
    <message>
        <source>Split here, the speaker stays</source>
        <translation>Разделить здесь, спикер тот же</translation>
    </message>
    <message>
        <source>Split turn {number}</source>
        <translation>Разделить реплику {number}</translation>
    </message>
    <message>
        <source>Split “{before} | {after}”, same speaker</source>
        <translation>Разделить «{before} | {after}», тот же спикер</translation>
    </message>
    <message>
        <source>Split “{before} | {after}”, the rest to {speaker}</source>
        <translation>Разделить «{before} | {after}», остальное — {speaker}</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Сейчас в реплике</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Started anew: confidences are those of the detectors until you decide more findings.</source>
        <translation>Начато заново: уверенность такая, какой её дала проверка, пока вы не решите новые находки.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Статистика…</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Остаться здесь</translation>
    </message>
    <message>
        <source>Still checking this call.</source>
        <translation>Звонок ещё проверяется.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Strong sign</source>
        <translation>Сильный признак</translation>
    </message>
    <message>
        <source>Stumble</source>
        <translation>Запинка</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Субтитры</translation>
    </message>
    <message>
        <source>Subtitles (ASS, SSA)</source>
        <translation>Субтитры (ASS, SSA)</translation>
    </message>
    <message>
        <source>Subtitles (SRT), speakers before a colon</source>
        <translation>Субтитры (SRT), спикеры перед двоеточием</translation>
    </message>
    <message>
        <source>Subtitles in frames (MicroDVD)</source>
        <translation>Субтитры в кадрах (MicroDVD)</translation>
    </message>
    <message>
        <source>Subtitles in tenths of a second (MPL2)</source>
        <translation>Субтитры в десятых долях секунды (MPL2)</translation>
    </message>
    <message>
        <source>Subtitles of TMPlayer</source>
        <translation>Субтитры TMPlayer</translation>
    </message>
    <message>
        <source>Swap roles with</source>
        <translation>Поменяться ролями с</translation>
    </message>
    <message>
        <source>Swap the roles of the two speakers</source>
        <translation>Поменять местами роли двух спикеров</translation>
    </message>
    <message>
        <source>Swap the roles of {a} and {b}</source>
        <translation>Поменять роли: {a} ↔ {b}</translation>
    </message>
    <message numerus="yes">
        <source>Swap the speakers of {n} turns</source>
        <translation>
            <numerusform>Поменять спикеров в {n} реплике</numerusform>
            <numerusform>Поменять спикеров в {n} репликах</numerusform>
            <numerusform>Поменять спикеров в {n} репликах</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap the two roles</source>
        <translation>Поменять роли местами</translation>
    </message>
    <message>
        <source>Swap the two roles: the speakers exchange name and role, every turn stays with its speaker</source>
        <translation>Поменять роли местами: спикеры обмениваются именем и ролью, каждая реплика остаётся у своего спикера</translation>
    </message>
    <message>
        <source>Switch off “{phrase}”</source>
        <translation>Отключить «{phrase}»</translation>
    </message>
    <message>
        <source>T-Bank VoiceKit</source>
        <translation>T-Bank VoiceKit</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV), with an apostrophe before = + - @</source>
        <translation>Электронная таблица (CSV), с апострофом перед = + - @</translation>
    </message>
    <message>
        <source>Table of calls…</source>
        <translation>Таблица звонков…</translation>
    </message>
    <message>
        <source>Table of findings…</source>
        <translation>Таблица находок…</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Таблица с табуляцией</translation>
    </message>
    <message>
        <source>Table with tabs between cells (TSV), with an apostrophe before = + - @</source>
        <translation>Таблица с табуляцией между ячейками (TSV), с апострофом перед = + - @</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Tag from turn {number} until the next topic mark</source>
        <translation>Отметить с реплики {number} до следующей отметки темы</translation>
    </message>
    <message numerus="yes">
        <source>Tag only the {n} turns with these words</source>
        <translation>
            <numerusform>Отметить только {n} реплику с этими словами</numerusform>
            <numerusform>Отметить только {n} реплики с этими словами</numerusform>
            <numerusform>Отметить только {n} реплик с этими словами</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag the {n} selected turns</source>
        <translation>
            <numerusform>Отметить {n} выделенную реплику</numerusform>
            <numerusform>Отметить {n} выделенные реплики</numerusform>
            <numerusform>Отметить {n} выделенных реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag topics with {first} to {last}, or press {done} when the call is done.</source>
        <translation>Отметьте темы клавишами от {first} до {last} или нажмите {done}, когда звонок готов.</translation>
    </message>
    <message numerus="yes">
        <source>Tag {n} turns with {topic}</source>
        <translation>
            <numerusform>Отметить темой «{topic}» {n} реплику</numerusform>
            <numerusform>Отметить темой «{topic}» {n} реплики</numerusform>
            <numerusform>Отметить темой «{topic}» {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Take A</source>
        <translation>Взять A</translation>
    </message>
    <message>
        <source>Take B</source>
        <translation>Взять B</translation>
    </message>
    <message>
        <source>Take a place from {name}</source>
        <translation>Взять место из {name}</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Забрать</translation>
    </message>
    <message>
        <source>Take it away from there?</source>
        <translation>Забрать её оттуда?</translation>
    </message>
    <message numerus="yes">
        <source>Take the bookmarks off {n} turns</source>
        <translation>
            <numerusform>Снять закладку с {n} реплики</numerusform>
            <numerusform>Снять закладки с {n} реплик</numerusform>
            <numerusform>Снять закладки с {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the texts into a new project…</source>
        <translation>Перенести тексты в новый проект…</translation>
    </message>
    <message>
        <source>Take “{word}” out of the project's dictionary</source>
        <translation>Убрать «{word}» из словаря проекта</translation>
    </message>
    <message numerus="yes">
        <source>Takes back {n} changes, one after the other. They can be done again.</source>
        <translation>
            <numerusform>Отменит {n} изменение. Его можно будет повторить.</numerusform>
            <numerusform>Отменит {n} изменения, одно за другим. Их можно будет повторить.</numerusform>
            <numerusform>Отменит {n} изменений, одно за другим. Их можно будет повторить.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell ё from е</source>
        <translation>Различать е и ё</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Template; [ ] is left out where it would be empty</source>
        <translation>Шаблон; [ ] пропадает, если было бы пустым</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text in the shape of the source</source>
        <translation>Текст в виде исходного</translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation>Режим текста</translation>
    </message>
    <message>
        <source>TextGrid for Praat, a tier a speaker</source>
        <translation>TextGrid для Praat, слой на каждого спикера</translation>
    </message>
    <message>
        <source>That was the first one; going round.</source>
        <translation>Это была первая находка, дальше снова последняя.</translation>
    </message>
    <message>
        <source>That was the last one; going round.</source>
        <translation>Это была последняя находка, дальше снова первая.</translation>
    </message>
    <message>
        <source>The beginning, before all changes</source>
        <translation>Начало, до всех изменений</translation>
    </message>
    <message>
        <source>The bytes that {name} was imported from are no longer as they were written.</source>
        <translation>Исходный файл {name}, который хранится в проекте, уже не такой, каким был записан.</translation>
    </message>
    <message>
        <source>The call is as it was then.</source>
        <translation>Звонок и сейчас такой, каким был тогда.</translation>
    </message>
    <message>
        <source>The call was not there yet. Choose a later point.</source>
        <translation>Звонка тогда ещё не было. Выберите более поздний момент.</translation>
    </message>
    <message>
        <source>The calls as they are and as they were imported. No history, drafts, settings, working hours, pseudonyms, and nothing that was learned. It is smaller.</source>
        <translation>Звонки как они есть и как были импортированы. Без истории, черновиков, настроек, часов работы, псевдонимов и выученного. Файл меньше.</translation>
    </message>
    <message>
        <source>The calls stay as they are, and what was imported stays too. What you changed is forgotten: how it was before.</source>
        <translation>Звонки останутся как есть, импортированный текст тоже. Забудется, каким было то, что вы изменили.</translation>
    </message>
    <message>
        <source>The calls were not looked at.</source>
        <translation>Звонки не просмотрены.</translation>
    </message>
    <message>
        <source>The character {character} ({code}) cannot be written in {encoding}. Export as UTF-8, or replace it in the text.</source>
        <translation>Символ {character} ({code}) нельзя записать в кодировке {encoding}. Экспортируйте в UTF-8 или замените его в тексте.</translation>
    </message>
    <message>
        <source>The check of speakers learns from the calls that you have finished, on this computer. What it has learned is used in this project, and only if it does better on calls that it has not seen.</source>
        <translation>Проверка спикеров учится на звонках, которые вы закончили, на этом компьютере. Изученное используется в этом проекте, и только если на звонках, которых она не видела, проверка работает лучше.</translation>
    </message>
    <message>
        <source>The check stopped unexpectedly. Your work is saved; reopen the call to check it again.</source>
        <translation>Проверка неожиданно остановилась. Работа сохранена; откройте звонок снова, чтобы проверить его ещё раз.</translation>
    </message>
    <message>
        <source>The check was stopped. It starts again with the next change, or when the call is opened again.</source>
        <translation>Проверка остановлена. Она начнётся снова после следующего изменения или когда звонок откроют заново.</translation>
    </message>
    <message>
        <source>The confidence says only how many different rules hold: {count}</source>
        <translation>Уверенность говорит лишь о том, сколько разных правил подошло: {count}</translation>
    </message>
    <message>
        <source>The detector says {confidence}; your decisions in this project correct it.</source>
        <translation>Детектор даёт {confidence}; ваши решения в этом проекте поправляют его.</translation>
    </message>
    <message>
        <source>The disk may be failing. Nothing was altered; compare with a backup.</source>
        <translation>Возможно, диск неисправен. Ничего не изменено; сравните с резервной копией.</translation>
    </message>
    <message>
        <source>The disk or folder with {path} reports an error ({reason}). Nothing was changed.</source>
        <translation>Диск или папка, где лежит {path}, сообщает об ошибке ({reason}). Ничего не изменено.</translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation>На диске, где лежит {path}, нет места. Ничего не изменено; освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The encoding was guessed: {encoding}. If letters look wrong, choose another one.</source>
        <translation>Кодировка угадана: {encoding}. Если буквы выглядят неверно, выберите другую.</translation>
    </message>
    <message>
        <source>The file breaks off in its last cue, which has no words.</source>
        <translation>Файл обрывается на последнем субтитре: в нём нет слов.</translation>
    </message>
    <message>
        <source>The file breaks off: the beginning of one more cue is left out.</source>
        <translation>Файл обрывается: начало ещё одного субтитра пропущено.</translation>
    </message>
    <message>
        <source>The file does not say where anything begins: all of it is one turn.</source>
        <translation>В файле не сказано, где что начинается: всё стало одной репликой.</translation>
    </message>
    <message>
        <source>The file holds the speech twice, the second time with its speakers. That one is taken.</source>
        <translation>Речь записана в файле дважды, второй раз — со спикерами. Взят этот вариант.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} recordings: they were read as one call, in the order of the file.</source>
        <translation>
            <numerusform>В файле {n} запись: прочитано как один звонок, в порядке файла.</numerusform>
            <numerusform>В файле {n} записи: они прочитаны как один звонок, в порядке файла.</numerusform>
            <numerusform>В файле {n} записей: они прочитаны как один звонок, в порядке файла.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} recordings: they were read as one call, one after the other.</source>
        <translation>
            <numerusform>В файле {n} запись: прочитана как один звонок.</numerusform>
            <numerusform>В файле {n} записи: прочитаны как один звонок, одна за другой.</numerusform>
            <numerusform>В файле {n} записей: прочитаны как один звонок, одна за другой.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} tasks: they were read as one call, in the order of the file.</source>
        <translation>
            <numerusform>В файле {n} задача: прочитано как один звонок, в порядке файла.</numerusform>
            <numerusform>В файле {n} задачи: они прочитаны как один звонок, в порядке файла.</numerusform>
            <numerusform>В файле {n} задач: они прочитаны как один звонок, в порядке файла.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is cut off or damaged: {n} intervals are missing.</source>
        <translation>
            <numerusform>Файл обрезан или повреждён: не хватает {n} интервала.</numerusform>
            <numerusform>Файл обрезан или повреждён: не хватает {n} интервалов.</numerusform>
            <numerusform>Файл обрезан или повреждён: не хватает {n} интервалов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is damaged: {n} labels have no closing quotation mark.</source>
        <translation>
            <numerusform>Файл повреждён: у {n} метки нет закрывающей кавычки.</numerusform>
            <numerusform>Файл повреждён: у {n} меток нет закрывающей кавычки.</numerusform>
            <numerusform>Файл повреждён: у {n} меток нет закрывающей кавычки.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file only says where the speaker changes: two speakers were taken to speak by turns.</source>
        <translation>В файле сказано только, где меняется спикер: считается, что два спикера говорят по очереди.</translation>
    </message>
    <message>
        <source>The file was not altered.</source>
        <translation>Файл не изменён.</translation>
    </message>
    <message>
        <source>The file was not altered. Backups are kept apart from it; what can still be read of it can be taken over too.</source>
        <translation>Файл не изменён. Резервные копии хранятся отдельно; всё, что в нём ещё читается, тоже можно перенести.</translation>
    </message>
    <message>
        <source>The file was not altered. Update annotator, or ask for a copy that was made by this version.</source>
        <translation>Файл не изменён. Обновите annotator или попросите копию, сделанную в этой версии.</translation>
    </message>
    <message>
        <source>The file was only looked at.</source>
        <translation>Файл только просмотрен.</translation>
    </message>
    <message>
        <source>The files you imported or exported are left as they are.</source>
        <translation>Файлы, которые вы импортировали или экспортировали, останутся как есть.</translation>
    </message>
    <message>
        <source>The filter left turn {number} out; all turns are shown now.</source>
        <translation>Фильтр не показывал реплику {number}; теперь показаны все реплики.</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>Первые строки в этой кодировке</translation>
    </message>
    <message>
        <source>The first row names the columns, each once: {titles}. Only the first is needed.</source>
        <translation>В первой строке должны стоять названия столбцов, каждое один раз: {titles}. Обязателен только первый.</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Первые строки</translation>
    </message>
    <message>
        <source>The first turn is pinned: the speakers are right from there on. Take the pin off to flip them.</source>
        <translation>Первая реплика закреплена: начиная с неё спикеры верны. Снимите закрепление, чтобы поменять их.</translation>
    </message>
    <message>
        <source>The first turns</source>
        <translation>Первые реплики</translation>
    </message>
    <message>
        <source>The first turns of this call</source>
        <translation>Первые реплики этого звонка</translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} turns, and {n} more.</source>
        <translation>
            <numerusform>Первые {shown}, и ещё {n} реплика.</numerusform>
            <numerusform>Первые {shown}, и ещё {n} реплики.</numerusform>
            <numerusform>Первые {shown}, и ещё {n} реплик.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format {format} does not hold: {contents}</source>
        <translation>Формат {format} не хранит: {contents}</translation>
    </message>
    <message>
        <source>The format {name} can only be read. These can be written: {known}.</source>
        <translation>Формат {name} можно только читать. Записать можно: {known}.</translation>
    </message>
    <message>
        <source>The format {name} can only be written. These can be read: {known}.</source>
        <translation>Формат {name} можно только записывать. Прочитать можно: {known}.</translation>
    </message>
    <message>
        <source>The history of changes could not be taken over.</source>
        <translation>Историю изменений перенести не удалось.</translation>
    </message>
    <message>
        <source>The history of changes is lost</source>
        <translation>История изменений утрачена</translation>
    </message>
    <message>
        <source>The history of changes was kept</source>
        <translation>История изменений сохранена</translation>
    </message>
    <message>
        <source>The history of the import was deleted. Single turns can be reverted to their source.</source>
        <translation>История импорта удалена. Отдельные реплики можно вернуть к исходным.</translation>
    </message>
    <message>
        <source>The history that this needs was deleted. Choose a later point.</source>
        <translation>Нужная для этого история удалена. Выберите более поздний момент.</translation>
    </message>
    <message>
        <source>The history was deleted after this: it cannot be undone.</source>
        <translation>Потом история была удалена: отменить это нельзя.</translation>
    </message>
    <message>
        <source>The history was deleted.</source>
        <translation>История удалена.</translation>
    </message>
    <message>
        <source>The journal of {path} is damaged. The file was left as it is.</source>
        <translation>Журнал файла {path} повреждён. Файл оставлен как есть.</translation>
    </message>
    <message>
        <source>The keys that you have changed are in {name}.</source>
        <translation>Изменённые вами клавиши записаны в {name}.</translation>
    </message>
    <message>
        <source>The line is no JSON: left out.</source>
        <translation>Строка не является JSON: пропущена.</translation>
    </message>
    <message>
        <source>The merged project is {name}.</source>
        <translation>Объединённый проект: {name}.</translation>
    </message>
    <message>
        <source>The name of {path} is too long: files that stand beside it would have none. Shorten it.</source>
        <translation>Имя {path} слишком длинное: для файлов рядом с ним не хватит места в имени. Сократите его.</translation>
    </message>
    <message>
        <source>The number “{left}” is torn from its noun “{right}”</source>
        <translation>Число «{left}» оторвано от слова «{right}»</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. Make room, or send it elsewhere.</source>
        <translation>Не удаётся записать вывод: {reason}. Освободите место или направьте его в другое место.</translation>
    </message>
    <message>
        <source>The program did not get as far as to show {name}, twice in a row. So it was not opened now; it is as it was.</source>
        <translation>Дважды подряд программе не удалось показать {name}. Поэтому сейчас файл не открыт; он остался как был.</translation>
    </message>
    <message>
        <source>The project as it is now cannot be read.</source>
        <translation>Проект в нынешнем виде не читается.</translation>
    </message>
    <message>
        <source>The project has changed meanwhile; nothing was done. Try again.</source>
        <translation>Проект тем временем изменился; ничего не сделано. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The project has no turns. Import calls first.</source>
        <translation>В проекте нет реплик. Сначала импортируйте звонки.</translation>
    </message>
    <message>
        <source>The project holds {now} turns; when it was backed up before, it held {before}. All backups are kept.</source>
        <translation>Реплик в проекте: {now}; в прошлой резервной копии: {before}. Все копии сохранены.</translation>
    </message>
    <message>
        <source>The project is as it was.</source>
        <translation>Проект остался прежним.</translation>
    </message>
    <message>
        <source>The project is as it was. If it is on a network or a removable drive, see that it is connected.</source>
        <translation>Проект остался прежним. Если он на сетевом или съёмном диске, проверьте подключение.</translation>
    </message>
    <message>
        <source>The project is here.</source>
        <translation>Проект сейчас здесь.</translation>
    </message>
    <message>
        <source>The project is not where it was; what is restored is put there.</source>
        <translation>Проекта нет на прежнем месте; возвращённый окажется там.</translation>
    </message>
    <message>
        <source>The replacement is not understood: {reason}.</source>
        <translation>Замена непонятна: {reason}.</translation>
    </message>
    <message>
        <source>The row ends before the column of the words: left out.</source>
        <translation>Строка кончается до столбца со словами: пропущена.</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns: is a quotation mark missing?</source>
        <translation>В строке больше ячеек, чем столбцов: не пропала ли кавычка?</translation>
    </message>
    <message>
        <source>The same number for the same person, phone …</source>
        <translation>Один номер одному человеку, телефону…</translation>
    </message>
    <message>
        <source>The same number makes the same split</source>
        <translation>С тем же числом деление будет тем же</translation>
    </message>
    <message>
        <source>The same speaker each time</source>
        <translation>Каждый раз один и тот же спикер</translation>
    </message>
    <message numerus="yes">
        <source>The same {n} words stand here {times} times without a pause</source>
        <translation>
            <numerusform>Здесь без паузы повторяется {n} слово, ×{times}</numerusform>
            <numerusform>Здесь без паузы повторяются {n} слова, ×{times}</numerusform>
            <numerusform>Здесь без паузы повторяется {n} слов, ×{times}</numerusform>
        </translation>
    </message>
    <message>
        <source>The search stopped unexpectedly. Try again.</source>
        <translation>Поиск неожиданно прервался. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The search was cancelled: there may be more hits than these.</source>
        <translation>Поиск остановлен: совпадений может быть больше.</translation>
    </message>
    <message>
        <source>The sentence runs on: “{left} | {right}”</source>
        <translation>Фраза продолжается: «{left} | {right}»</translation>
    </message>
    <message>
        <source>The set {set} has a rule called {name} already.</source>
        <translation>В наборе {set} уже есть правило {name}.</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.</source>
        <translation>Не удаётся сохранить настройки в папке {folder}: {reason}. Освободите там место или разрешите запись.</translation>
    </message>
    <message>
        <source>The speaker changes between words of one segment: it was divided there.</source>
        <translation>Внутри сегмента между словами меняется спикер: сегмент разделён в этом месте.</translation>
    </message>
    <message>
        <source>The task has no dialogue and no transcribed regions: left out.</source>
        <translation>В задаче нет ни диалога, ни расшифрованных фрагментов: пропущена.</translation>
    </message>
    <message>
        <source>The template has more than two lines with ---: before the turns, and after them.</source>
        <translation>В шаблоне больше двух строк с ---: перед репликами и после них.</translation>
    </message>
    <message>
        <source>The template has no line for a turn. Write one, e.g. {example}</source>
        <translation>В шаблоне нет строки для реплики. Напишите её, например {example}</translation>
    </message>
    <message>
        <source>The template is empty. Write a line for a turn, e.g. {example}</source>
        <translation>Шаблон пуст. Напишите строку для реплики, например {example}</translation>
    </message>
    <message numerus="yes">
        <source>The template is longer than {n} characters.</source>
        <translation>
            <numerusform>Шаблон длиннее {n} знака.</numerusform>
            <numerusform>Шаблон длиннее {n} знаков.</numerusform>
            <numerusform>Шаблон длиннее {n} знаков.</numerusform>
        </translation>
    </message>
    <message>
        <source>The template that is called so will be replaced.</source>
        <translation>Шаблон с этим названием будет заменён.</translation>
    </message>
    <message>
        <source>The text beside {name} has {lines} lines, but there are {segments} segments of speech, {turns} turns. Write a line for each, or put a CTM with the times of words beside it.</source>
        <translation>В тексте рядом с {name} строк: {lines}, а отрезков речи: {segments}, реплик: {turns}. Напишите по строке на каждый или положите рядом CTM с временем слов.</translation>
    </message>
    <message>
        <source>The time goes backwards here; the order of the file is kept.</source>
        <translation>Время здесь идёт назад; порядок файла сохранён.</translation>
    </message>
    <message>
        <source>The topics or the history are no longer as they were written.</source>
        <translation>Темы или история уже не такие, какими были записаны.</translation>
    </message>
    <message>
        <source>The transcript has changed meanwhile; nothing was done. Try again.</source>
        <translation>Звонок тем временем изменился; ничего не сделано. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The turn ends on the conjunction “{word}”</source>
        <translation>Реплика кончается союзом «{word}»</translation>
    </message>
    <message>
        <source>The turn ends on the preposition “{word}”</source>
        <translation>Реплика кончается предлогом «{word}»</translation>
    </message>
    <message>
        <source>The turn has got another text since this was typed. Nothing is replaced unless you say so.</source>
        <translation>С тех пор текст реплики изменился. Без вашего решения ничего не заменяется.</translation>
    </message>
    <message>
        <source>The turn only repeats what is said elsewhere</source>
        <translation>Реплика только повторяет сказанное в другом месте</translation>
    </message>
    <message>
        <source>The turn that was being edited is no longer there. What was typed: {text}</source>
        <translation>Реплики, которая правилась, больше нет. Было набрано: {text}</translation>
    </message>
    <message>
        <source>The turns of this call have no times.</source>
        <translation>У реплик этого звонка нет времени.</translation>
    </message>
    <message>
        <source>The two versions agree everywhere.</source>
        <translation>Версии совпадают во всём.</translation>
    </message>
    <message>
        <source>The whole call as JSON</source>
        <translation>Весь звонок в JSON</translation>
    </message>
    <message>
        <source>The words are gone for good.</source>
        <translation>Этих слов больше нет, вернуть их нельзя.</translation>
    </message>
    <message>
        <source>The words go from the turns, from what was imported, from the history, drafts and settings of this project.</source>
        <translation>Слова исчезнут из реплик, из импортированного текста, из истории, черновиков и настроек этого проекта.</translation>
    </message>
    <message>
        <source>The words have changed since they were found; nothing was done.</source>
        <translation>Слова изменились после поиска; ничего не сделано.</translation>
    </message>
    <message>
        <source>The words have changed since this was found; nothing was done.</source>
        <translation>Слова изменились после проверки; ничего не сделано.</translation>
    </message>
    <message>
        <source>The words of checked findings are redacted for good, all at once.</source>
        <translation>Слова отмеченных находок вымарываются навсегда, все сразу.</translation>
    </message>
    <message>
        <source>There are fewer than two speakers: checks of speakers need two.</source>
        <translation>Спикеров меньше двух: для проверки спикеров нужны двое.</translation>
    </message>
    <message>
        <source>There are no backups yet. One is made each day that a project is open, some seconds after it is opened.</source>
        <translation>Резервных копий пока нет. Они делаются раз в день, через несколько секунд после открытия проекта.</translation>
    </message>
    <message>
        <source>There are no bookmarks in this call.</source>
        <translation>В этом звонке нет закладок.</translation>
    </message>
    <message>
        <source>There are no files to import.</source>
        <translation>Нет файлов для импорта.</translation>
    </message>
    <message>
        <source>There are no rules yet. Import some, or save one from Edit → Replace.</source>
        <translation>Правил пока нет. Импортируйте их или сохраните из окна Правка → Замена.</translation>
    </message>
    <message>
        <source>There are no topics to export yet.</source>
        <translation>Пока нет тем, которые можно экспортировать.</translation>
    </message>
    <message>
        <source>There are no turns.</source>
        <translation>Реплик нет.</translation>
    </message>
    <message>
        <source>There are no two speakers to exchange.</source>
        <translation>Нет двух спикеров, которых можно поменять.</translation>
    </message>
    <message>
        <source>There are no words to redact here.</source>
        <translation>Здесь нечего вымарывать.</translation>
    </message>
    <message numerus="yes">
        <source>There are {n} signs that the roles are swapped, and {others} that they are not</source>
        <translation>
            <numerusform>{n} признак того, что роли перепутаны; против: {others}</numerusform>
            <numerusform>{n} признака того, что роли перепутаны; против: {others}</numerusform>
            <numerusform>{n} признаков того, что роли перепутаны; против: {others}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are {n} speakers; calls of two are what checks of speakers are made for.</source>
        <translation>
            <numerusform>Здесь {n} спикер, а проверка спикеров рассчитана на звонки двоих.</numerusform>
            <numerusform>Здесь {n} спикера, а проверка спикеров рассчитана на звонки двоих.</numerusform>
            <numerusform>Здесь {n} спикеров, а проверка спикеров рассчитана на звонки двоих.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a speaker {speaker} in this transcript.</source>
        <translation>Спикер {speaker} в этом звонке уже есть.</translation>
    </message>
    <message>
        <source>There is already a topic called {name}.</source>
        <translation>Тема «{name}» уже есть.</translation>
    </message>
    <message>
        <source>There is already a transcript {id} in this project.</source>
        <translation>Звонок {id} в этом проекте уже есть.</translation>
    </message>
    <message>
        <source>There is already one called {name}.</source>
        <translation>Имя {name} уже занято.</translation>
    </message>
    <message>
        <source>There is no detector {name}. There are: {known}.</source>
        <translation>Детектора {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding}. Choose one of {known}.</source>
        <translation>Кодировки {encoding} нет. Выберите одну из: {known}.</translation>
    </message>
    <message>
        <source>There is no format {name}. There are: {known}.</source>
        <translation>Формата {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no kind of findings {name}. There are: {known}.</source>
        <translation>Вида находок {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no kind of personal data {name}. There are: {known}.</source>
        <translation>Нет вида личных данных {name}. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no other version of this call in the project. Merge the project of the other reviewer first.</source>
        <translation>В проекте нет другой версии этого звонка. Сначала объедините его с проектом другого проверяющего.</translation>
    </message>
    <message>
        <source>There is no placeholder {name}. There are: {known}.</source>
        <translation>Подстановки {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no recipe {name}. There are: {known}.</source>
        <translation>Рецепта {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot be opened.</source>
        <translation>Здесь нет экрана, поэтому окно открыть нельзя.</translation>
    </message>
    <message>
        <source>There is no second way to repair this.</source>
        <translation>Второго варианта исправления нет.</translation>
    </message>
    <message>
        <source>There is no speaker {speaker} in this transcript.</source>
        <translation>Спикера {speaker} в этом звонке нет.</translation>
    </message>
    <message>
        <source>There is no such backup of {path}. See annotator backups.</source>
        <translation>Такой резервной копии {path} нет. См. annotator backups.</translation>
    </message>
    <message>
        <source>There is no such file or folder: {path}. Check the name.</source>
        <translation>Нет такого файла или папки: {path}. Проверьте имя.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in this project.</source>
        <translation>Звонка {id} в этом проекте нет.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in {path}. See annotator list.</source>
        <translation>Звонка {id} в проекте {path} нет. Список звонков: annotator list.</translation>
    </message>
    <message>
        <source>There is no turn to join it with.</source>
        <translation>Нет реплики, с которой её можно объединить.</translation>
    </message>
    <message>
        <source>There is no turn “{text}”: they have the numbers 1 to {last}.</source>
        <translation>Нет реплики «{text}»: у реплик номера от 1 до {last}.</translation>
    </message>
    <message>
        <source>There is no visible turn to move the words to.</source>
        <translation>Нет видимой реплики, куда перенести слова.</translation>
    </message>
    <message>
        <source>There is no {columns} in a table. There are: {known}.</source>
        <translation>В таблице нет {columns}. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is nothing more to undo or redo.</source>
        <translation>Больше нечего отменять или возвращать.</translation>
    </message>
    <message>
        <source>There is nothing to change here.</source>
        <translation>Здесь нечего менять.</translation>
    </message>
    <message>
        <source>There is nothing to move: put the cursor between two words.</source>
        <translation>Нечего переносить: поставьте курсор между двумя словами.</translation>
    </message>
    <message>
        <source>There is nothing to split here: put the cursor between two words.</source>
        <translation>Здесь нечего делить: поставьте курсор между двумя словами.</translation>
    </message>
    <message>
        <source>There is too little to learn from. It takes at least {calls} finished calls of two people, with {edges} changes of speaker.</source>
        <translation>Учиться пока почти не на чем. Нужно готовых звонков двух людей: не меньше {calls}, и смен спикера в них: не меньше {edges}.</translation>
    </message>
    <message>
        <source>These are not two versions of one call: what was imported differs.</source>
        <translation>Это не две версии одного звонка: импортировано разное.</translation>
    </message>
    <message>
        <source>These rules are too many or too long to be kept. Delete some first.</source>
        <translation>Правил слишком много, или они слишком длинные, чтобы их сохранить. Сначала удалите часть.</translation>
    </message>
    <message>
        <source>These rules cannot be read: {where}, “{field}”: {why}</source>
        <translation>Правила не читаются: {where}, «{field}»: {why}</translation>
    </message>
    <message>
        <source>These rules were written by a newer version. Update the program.</source>
        <translation>Эти правила записаны более новой версией. Обновите программу.</translation>
    </message>
    <message>
        <source>They differ in: {what}</source>
        <translation>Различаются: {what}</translation>
    </message>
    <message>
        <source>They differ, both are kept: {first} and {second}</source>
        <translation>Различаются, сохранены обе версии: {first} и {second}</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Этот звонок</translation>
    </message>
    <message>
        <source>This call has no times, and the format is made of them. Export it as text, a document or a table instead.</source>
        <translation>В этом звонке нет времени реплик, а формат на нём построен. Экспортируйте звонок как текст, документ или таблицу.</translation>
    </message>
    <message numerus="yes">
        <source>This call has {n} speakers. Add one in the speakers panel.</source>
        <translation>
            <numerusform>В этом звонке {n} спикер. Добавьте ещё одного на панели «Спикеры».</numerusform>
            <numerusform>В этом звонке {n} спикера. Добавьте ещё одного на панели «Спикеры».</numerusform>
            <numerusform>В этом звонке {n} спикеров. Добавьте ещё одного на панели «Спикеры».</numerusform>
        </translation>
    </message>
    <message>
        <source>This call is not checked</source>
        <translation>Звонок не проверен</translation>
    </message>
    <message>
        <source>This call: {name}</source>
        <translation>Этот звонок: {name}</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Отменить это нельзя.</translation>
    </message>
    <message>
        <source>This cannot be undone; what was done since then can.</source>
        <translation>Это отменить нельзя; то, что сделано после, — можно.</translation>
    </message>
    <message>
        <source>This file can be read in several ways. Which one gives what was said?</source>
        <translation>Этот файл можно прочитать по-разному. Что из этого похоже на разговор?</translation>
    </message>
    <message>
        <source>This file holds no rules: “{field}” is missing.</source>
        <translation>В файле нет правил: не хватает «{field}».</translation>
    </message>
    <message>
        <source>This file is too big to hold rules.</source>
        <translation>Файл слишком велик для правил.</translation>
    </message>
    <message>
        <source>This finding has no alternative.</source>
        <translation>У этой находки нет другого варианта.</translation>
    </message>
    <message>
        <source>This finding has no such place.</source>
        <translation>У этой находки нет такого места.</translation>
    </message>
    <message>
        <source>This is no JSON ({reason}). Export the codebook again.</source>
        <translation>Это не JSON ({reason}). Экспортируйте список тем заново.</translation>
    </message>
    <message>
        <source>This is no JSON{where}. Choose a file of rules.</source>
        <translation>Это не JSON{where}. Выберите файл с правилами.</translation>
    </message>
    <message>
        <source>This is no codebook of version {version}. Export it again.</source>
        <translation>Это не список тем версии {version}. Экспортируйте его заново.</translation>
    </message>
    <message>
        <source>This is no row of a table ({reason}). Save it as CSV UTF-8 again.</source>
        <translation>Это не строка таблицы ({reason}). Сохраните файл ещё раз как CSV UTF-8.</translation>
    </message>
    <message numerus="yes">
        <source>This is too large for a project: {n} MB at most. Nothing was changed.</source>
        <translation>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
        </translation>
    </message>
    <message>
        <source>This pattern is not understood at character {place}: {reason}.</source>
        <translation>Выражение непонятно, знак {place}: {reason}.</translation>
    </message>
    <message>
        <source>This pattern is not understood: {reason}.</source>
        <translation>Выражение непонятно: {reason}.</translation>
    </message>
    <message>
        <source>This pattern is too deep or repeats too often.</source>
        <translation>В выражении слишком много вложений или повторений.</translation>
    </message>
    <message>
        <source>This pattern is too slow: {pattern}. Make it simpler.</source>
        <translation>Слишком медленное выражение: {pattern}. Упростите его.</translation>
    </message>
    <message>
        <source>This project can only be read, so nothing can be replaced.</source>
        <translation>Проект открыт только для чтения, поэтому заменить ничего нельзя.</translation>
    </message>
    <message>
        <source>This project can only be read, so nothing that is learned could be kept.</source>
        <translation>Этот проект открыт только для чтения, и сохранить изученное нельзя.</translation>
    </message>
    <message>
        <source>This project is in a folder of {service}. Close it here before it is opened on another computer: what two write at the same time becomes two files.</source>
        <translation>Проект лежит в папке {service}. Закройте его здесь, прежде чем открывать на другом компьютере: из одновременных изменений получатся два файла.</translation>
    </message>
    <message>
        <source>This project is noted as open on {host} by {user}.</source>
        <translation>Проект отмечен как открытый на {host} пользователем {user}.</translation>
    </message>
    <message>
        <source>This project is on a network drive. Work with it in one place at a time, and keep the connection: not all of them keep two programs from writing at once.</source>
        <translation>Проект лежит на сетевом диске. Работайте с ним только в одном месте и не прерывайте соединение: не каждый такой диск мешает двум программам писать одновременно.</translation>
    </message>
    <message>
        <source>This project is open already; here it is.</source>
        <translation>Этот проект уже открыт; вот он.</translation>
    </message>
    <message>
        <source>This topic is no longer in the codebook.</source>
        <translation>Этой темы больше нет в списке тем.</translation>
    </message>
    <message>
        <source>This turn has no topic that could end here.</source>
        <translation>У этой реплики нет темы, которую можно было бы закончить.</translation>
    </message>
    <message>
        <source>This turn is no longer there.</source>
        <translation>Этой реплики больше нет.</translation>
    </message>
    <message>
        <source>This was taken back, and then something else was done: it cannot be done again.</source>
        <translation>Это отменили, а потом сделали другое: повторить нельзя.</translation>
    </message>
    <message>
        <source>This was typed and not yet stored when the program ended.</source>
        <translation>Это было набрано, но не сохранено, когда программа завершилась.</translation>
    </message>
    <message numerus="yes">
        <source>This would have lost the words of {n} imported turns, which is a fault of the program. Nothing was changed.</source>
        <translation>
            <numerusform>При этом потерялись бы слова {n} импортированной реплики; это ошибка программы. Ничего не изменено.</numerusform>
            <numerusform>При этом потерялись бы слова {n} импортированных реплик; это ошибка программы. Ничего не изменено.</numerusform>
            <numerusform>При этом потерялись бы слова {n} импортированных реплик; это ошибка программы. Ничего не изменено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Time of work</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>Timed text (TTML, DFXP)</source>
        <translation>Текст со временем (TTML, DFXP)</translation>
    </message>
    <message>
        <source>Times are dates of a clock: they were counted from the first turn.</source>
        <translation>Время записано датами: оно отсчитано от первой реплики.</translation>
    </message>
    <message>
        <source>Times are taken for milliseconds: as seconds they would be too long for the words.</source>
        <translation>Времена прочитаны как миллисекунды: в секундах они слишком велики для этих слов.</translation>
    </message>
    <message>
        <source>To read and print</source>
        <translation>Для чтения и печати</translation>
    </message>
    <message>
        <source>To share: without history</source>
        <translation>Чтобы передать: без истории</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Today's backup could not be made; it is tried again when the project is opened next.</source>
        <translation>Сегодняшнюю резервную копию сделать не удалось; попытка повторится, когда проект откроют снова.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Topic n from here on, or for the selected turns</source>
        <translation>Поставить тему n отсюда и далее или на выделенные реплики</translation>
    </message>
    <message>
        <source>Topic suggested</source>
        <translation>Предложена тема</translation>
    </message>
    <message>
        <source>Topic {digit}</source>
        <translation>Тема {digit}</translation>
    </message>
    <message numerus="yes">
        <source>Topic {topic} on {n} turns</source>
        <translation>
            <numerusform>Поставить тему «{topic}» на {n} реплику</numerusform>
            <numerusform>Поставить тему «{topic}» на {n} реплики</numerusform>
            <numerusform>Поставить тему «{topic}» на {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Темы</translation>
    </message>
    <message>
        <source>Topics added</source>
        <translation>Добавлены темы</translation>
    </message>
    <message>
        <source>Topics are nested {limit} deep at most.</source>
        <translation>Уровней вложенности тем — не больше {limit}.</translation>
    </message>
    <message>
        <source>Topics beside the turns</source>
        <translation>Темы рядом с репликами</translation>
    </message>
    <message>
        <source>Topics with two definitions, both kept</source>
        <translation>Темы с двумя определениями, сохранены оба</translation>
    </message>
    <message>
        <source>Topics: alpha {alpha}</source>
        <translation>Темы: альфа {alpha}</translation>
    </message>
    <message>
        <source>Topics: of turns, and where they change</source>
        <translation>Темы: у реплик и где они сменяются</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Training pairs: source and corrected turns (JSON lines)</source>
        <translation>Пары для обучения: до и после правки (JSON Lines)</translation>
    </message>
    <message>
        <source>Training sets</source>
        <translation>Обучающие выборки</translation>
    </message>
    <message>
        <source>Transcriber</source>
        <translation>Transcriber</translation>
    </message>
    <message>
        <source>Transcripts and projects</source>
        <translation>Расшифровки и проекты</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Try to open for writing</source>
        <translation>Попробовать открыть для изменений</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Реплика</translation>
    </message>
    <message>
        <source>Turn is reviewed</source>
        <translation>Отметить реплику проверенной</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>Реплика {number}</translation>
    </message>
    <message>
        <source>Turn {number} is hidden; the hidden turns are shown now.</source>
        <translation>Реплика {number} скрыта; теперь показаны скрытые реплики.</translation>
    </message>
    <message>
        <source>Turn {number} is longer than a cell takes ({limit} characters). Divide it.</source>
        <translation>Реплика {number} длиннее, чем вмещает ячейка ({limit} знаков). Разделите её.</translation>
    </message>
    <message>
        <source>Turn {number} was changed by another program meanwhile, to “{text}”. What you typed is still in the editor.</source>
        <translation>Реплику {number} тем временем изменила другая программа: «{text}». Набранное вами осталось в поле ввода.</translation>
    </message>
    <message>
        <source>Turn {number}: {text}</source>
        <translation>Реплика {number}: {text}</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Реплики</translation>
    </message>
    <message>
        <source>Turns before as context (default: 3)</source>
        <translation>Предыдущих реплик в контексте (по умолчанию 3)</translation>
    </message>
    <message>
        <source>Turns changed</source>
        <translation>Изменено реплик</translation>
    </message>
    <message>
        <source>Turns from one window to the next (default: 4)</source>
        <translation>Реплик от окна до следующего (по умолчанию 4)</translation>
    </message>
    <message>
        <source>Turns of a window (default: 8)</source>
        <translation>Реплик в окне (по умолчанию 8)</translation>
    </message>
    <message>
        <source>Turns reviewed</source>
        <translation>Проверено реплик</translation>
    </message>
    <message>
        <source>Turns were joined over the border of this place meanwhile. Look at it again.</source>
        <translation>Реплики тем временем объединены через границу этого места. Посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>Turns {first} to {last}</source>
        <translation>Реплики {first}–{last}</translation>
    </message>
    <message>
        <source>Twilio Voice Intelligence</source>
        <translation>Twilio Voice Intelligence</translation>
    </message>
    <message>
        <source>Two calls (see list), or another project; by default all versions</source>
        <translation>Два звонка (см. list) или другой проект; по умолчанию все версии</translation>
    </message>
    <message>
        <source>Two names</source>
        <translation>Два имени</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Двое</translation>
    </message>
    <message>
        <source>Two people in one turn</source>
        <translation>Двое в реплике</translation>
    </message>
    <message>
        <source>Two people, one name</source>
        <translation>Двое под одним именем</translation>
    </message>
    <message>
        <source>Two replacements want the same words.</source>
        <translation>Две замены претендуют на одни и те же слова.</translation>
    </message>
    <message>
        <source>Type the words to look for.</source>
        <translation>Введите слова для поиска.</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Неясно</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Отменить: {what}</translation>
    </message>
    <message numerus="yes">
        <source>Unpin the speakers of {n} turns</source>
        <translation>
            <numerusform>Открепить спикеров {n} реплики</numerusform>
            <numerusform>Открепить спикеров {n} реплик</numerusform>
            <numerusform>Открепить спикеров {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>Использование: </translation>
    </message>
    <message>
        <source>Use the defaults</source>
        <translation>Вернуть обычные</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Versions side by side</source>
        <translation>Версии рядом</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Vosk</source>
        <translation>Vosk</translation>
    </message>
    <message>
        <source>WDER</source>
        <translation>WDER</translation>
    </message>
    <message>
        <source>WER</source>
        <translation>WER</translation>
    </message>
    <message>
        <source>WER and CER: words and characters that are wrong, missing or too many. cpWER: the same of words, where those of the wrong speaker are wrong too; the bar shows it. WDER: words of the wrong speaker, of those that stand opposite others.</source>
        <translation>WER и CER: неверные, пропущенные и лишние слова и знаки. cpWER: то же для слов, причём слова не у того спикера тоже неверны; его показывает полоска. WDER: доля слов не у того спикера среди слов, стоящих напротив других.</translation>
    </message>
    <message>
        <source>WER {rate}</source>
        <translation>WER {rate}</translation>
    </message>
    <message>
        <source>WORDS=SIDE</source>
        <translation>СЛОВА=СТОРОНА</translation>
    </message>
    <message>
        <source>Wait until the files at work are done, or cancel them.</source>
        <translation>Дождитесь, пока обработаются файлы, или отмените обработку.</translation>
    </message>
    <message>
        <source>Was typed</source>
        <translation>Было набрано</translation>
    </message>
    <message>
        <source>Weak sign</source>
        <translation>Слабый признак</translation>
    </message>
    <message>
        <source>What a speaker is called</source>
        <translation>Как называют спикера</translation>
    </message>
    <message>
        <source>What a speaker of a side is called, e.g. operator=agent or guest=client, or says, e.g. "can I help=agent:sign"; operator=none switches a word off; can be given several times</source>
        <translation>Как называют спикера одной из сторон, например оператор=agent или гость=client, или что он говорит, например «чем могу помочь=agent:sign»; оператор=none отключает слово; можно указать несколько раз</translation>
    </message>
    <message>
        <source>What a speaker says</source>
        <translation>Что говорит спикер</translation>
    </message>
    <message>
        <source>What became of the findings</source>
        <translation>Что решено по находкам</translation>
    </message>
    <message>
        <source>What column {name} holds</source>
        <translation>Что в столбце {name}</translation>
    </message>
    <message>
        <source>What files in a folder are called, e.g. {example}</source>
        <translation>Как называть файлы в папке, например {example}</translation>
    </message>
    <message>
        <source>What is kept of {name} is no longer as it was written.</source>
        <translation>Содержимое звонка {name} уже не такое, каким было записано.</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Что сказано</translation>
    </message>
    <message>
        <source>What is spread evenly over the splits: topic, length, both or none (default: topic,length)</source>
        <translation>Что распределять по частям равномерно: topic, length, оба или none (по умолчанию topic,length)</translation>
    </message>
    <message>
        <source>What is to be done? Type a few letters</source>
        <translation>Что сделать? Наберите несколько букв</translation>
    </message>
    <message>
        <source>What it is now stays beside it, under another name.</source>
        <translation>Нынешний останется рядом под другим именем.</translation>
    </message>
    <message>
        <source>What it was before is in {name}, in the same folder.</source>
        <translation>Прежний — в файле {name} в той же папке.</translation>
    </message>
    <message>
        <source>What stands before the first time is left out.</source>
        <translation>Всё, что стоит до первого времени, пропущено.</translation>
    </message>
    <message>
        <source>What stood there is {path} now</source>
        <translation>То, что там было, теперь {path}</translation>
    </message>
    <message>
        <source>What the change did</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>What the columns of tables hold, counted from 1, e.g. text=3,speaker=2 (default: found out)</source>
        <translation>Что в столбцах таблиц, счёт с 1, например text=3,speaker=2 (по умолчанию определяется)</translation>
    </message>
    <message>
        <source>What the source has wrong</source>
        <translation>Что неверно в исходном тексте</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>Что сказать о нём</translation>
    </message>
    <message>
        <source>What was done before is forgotten.</source>
        <translation>Что было раньше, забыто.</translation>
    </message>
    <message>
        <source>What was found in the calls of this project and nobody has decided. Look at the findings of a call first.</source>
        <translation>Что найдено в звонках этого проекта и ещё не решено. Сначала посмотрите находки звонка.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Изученное</translation>
    </message>
    <message>
        <source>What was learned from finished calls (see learn --export)</source>
        <translation>Изученное на готовых звонках (см. learn --export)</translation>
    </message>
    <message>
        <source>What was learned in this project cannot be used by this version; calls are checked without it. Learn again.</source>
        <translation>Эта версия не может использовать изученное в этом проекте; звонки проверяются без него. Обучите проверку снова.</translation>
    </message>
    <message>
        <source>What was learned is that of {name}</source>
        <translation>Выученное взято у {name}</translation>
    </message>
    <message>
        <source>What was learned on {date} cannot be used by this version. Learn again.</source>
        <translation>Эта версия не может использовать изученное {date}. Обучите проверку снова.</translation>
    </message>
    <message>
        <source>What was typed here before is back. Esc leaves the turn as it is.</source>
        <translation>Набранное здесь раньше возвращено. Esc оставит реплику как есть.</translation>
    </message>
    <message>
        <source>What you typed into turn {number} could not be saved. It stays in the open editor.</source>
        <translation>Набранное в реплике {number} не удалось сохранить. Оно остаётся в открытом редакторе.</translation>
    </message>
    <message>
        <source>What you were editing was kept first. Look at the hits once more.</source>
        <translation>Сначала сохранена ваша правка реплики. Просмотрите совпадения ещё раз.</translation>
    </message>
    <message>
        <source>What your decisions taught</source>
        <translation>Чему научили ваши решения</translation>
    </message>
    <message>
        <source>What your decisions taught…</source>
        <translation>Чему научили ваши решения…</translation>
    </message>
    <message>
        <source>What {raw} counts as</source>
        <translation>Чему равно {raw}</translation>
    </message>
    <message>
        <source>When does a turn have this topic, when does it not?</source>
        <translation>Когда у реплики эта тема, а когда нет?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Where: {places}</source>
        <translation>Где: {places}</translation>
    </message>
    <message>
        <source>Which one, as listed by backups (default: the last good one)</source>
        <translation>Какую, по списку команды backups (по умолчанию: последнюю исправную)</translation>
    </message>
    <message>
        <source>While a text is edited {key} does this: {action}.</source>
        <translation>При правке текста {key} делает другое: {action}.</translation>
    </message>
    <message>
        <source>While editing a text</source>
        <translation>При правке текста</translation>
    </message>
    <message>
        <source>Whisper JSON</source>
        <translation>JSON Whisper</translation>
    </message>
    <message>
        <source>WhisperX JSON, with speakers</source>
        <translation>JSON WhisperX, со спикерами</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Кто говорит</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Весь проект</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Целые слова</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>With --csv: a row per call and kind of findings</source>
        <translation>С --csv: по строке на звонок и вид находок</translation>
    </message>
    <message>
        <source>With --mask: number what is masked, the same number for the same value</source>
        <translation>С --mask: нумеровать скрытое, одному значению один номер</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>С комментариями</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>С находками</translation>
    </message>
    <message>
        <source>With history</source>
        <translation>С историей</translation>
    </message>
    <message>
        <source>Without breaks</source>
        <translation>Без перерывов</translation>
    </message>
    <message>
        <source>Word count</source>
        <translation>Слов</translation>
    </message>
    <message>
        <source>Word error rate of the source</source>
        <translation>Ошибки источника (WER)</translation>
    </message>
    <message>
        <source>Word or phrase</source>
        <translation>Слово или фраза</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Words after the caret go to the next turn</source>
        <translation>Перенести слова после курсора в следующую реплику</translation>
    </message>
    <message>
        <source>Words before the caret go to the previous turn</source>
        <translation>Перенести слова до курсора в предыдущую реплику</translation>
    </message>
    <message>
        <source>Words by which the two sides of a call are told, in all calls of this project. Yours count before the built-in ones.</source>
        <translation>Слова, по которым различаются две стороны разговора, во всех звонках этого проекта. Ваши слова важнее встроенных.</translation>
    </message>
    <message>
        <source>Words from “{word}” to the next turn</source>
        <translation>Слова с «{word}» — в следующую реплику</translation>
    </message>
    <message>
        <source>Words in any form; … stands for up to {limit} others. Turns that have them are suggested.</source>
        <translation>Слова в любой форме; … заменяет другие слова, до {limit}. Реплики с ними предлагаются как находки.</translation>
    </message>
    <message>
        <source>Words of B against A: WER {rate}</source>
        <translation>Слова B относительно A: WER {rate}</translation>
    </message>
    <message>
        <source>Words of another speaker</source>
        <translation>Слова другого спикера</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>Только слова</translation>
    </message>
    <message>
        <source>Words too many</source>
        <translation>Лишние слова</translation>
    </message>
    <message>
        <source>Words up to “{word}” to the previous turn</source>
        <translation>Слова до «{word}» включительно — в предыдущую реплику</translation>
    </message>
    <message>
        <source>Words, as they are said</source>
        <translation>Слова, как они звучат</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (XLSX)</source>
        <translation>Книга для электронных таблиц (XLSX)</translation>
    </message>
    <message>
        <source>Write a compact copy of a project</source>
        <translation>Записать сжатую копию проекта</translation>
    </message>
    <message>
        <source>Write a table for spreadsheets, a row a call</source>
        <translation>Записать таблицу, по строке на звонок</translation>
    </message>
    <message>
        <source>Write a training set that is there anew</source>
        <translation>Записать заново выборку, которая там уже есть</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Записать заново</translation>
    </message>
    <message>
        <source>Write instead</source>
        <translation>Написать вместо этого</translation>
    </message>
    <message>
        <source>Write it myself</source>
        <translation>Свой вариант</translation>
    </message>
    <message>
        <source>Write the transcripts of a project as files</source>
        <translation>Записать звонки проекта в файлы</translation>
    </message>
    <message>
        <source>Write what can be read of a damaged project into a new one</source>
        <translation>Записать всё, что читается в повреждённом проекте, в новый</translation>
    </message>
    <message>
        <source>Wrong speaker</source>
        <translation>Не тот спикер</translation>
    </message>
    <message>
        <source>Wrong words</source>
        <translation>Неверные слова</translation>
    </message>
    <message>
        <source>Yandex SpeechKit</source>
        <translation>Yandex SpeechKit</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message numerus="yes">
        <source>You accept {share} of these ({accepted} of {n}).</source>
        <translation>
            <numerusform>Вы принимаете {share} таких находок ({accepted} из {n}).</numerusform>
            <numerusform>Вы принимаете {share} таких находок ({accepted} из {n}).</numerusform>
            <numerusform>Вы принимаете {share} таких находок ({accepted} из {n}).</numerusform>
        </translation>
    </message>
    <message>
        <source>You can close this window and work on meanwhile.</source>
        <translation>Это окно можно закрыть и работать дальше.</translation>
    </message>
    <message numerus="yes">
        <source>You have corrected it in {n} turns</source>
        <translation>
            <numerusform>Вы исправили это в {n} реплике</numerusform>
            <numerusform>Вы исправили это в {n} репликах</numerusform>
            <numerusform>Вы исправили это в {n} репликах</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not open or write {path}. Choose another folder or ask for access.</source>
        <translation>Нет прав открыть или записать {path}. Выберите другую папку или попросите доступ.</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваши</translation>
    </message>
    <message>
        <source>[name]</source>
        <translation>[имя]</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a bracket is closed that was not opened</source>
        <translation>закрыта скобка, которая не открывалась</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>скобка не закрыта</translation>
    </message>
    <message>
        <source>a call that is no longer there</source>
        <translation>звонок, которого больше нет</translation>
    </message>
    <message>
        <source>a call that was removed</source>
        <translation>звонок, которого уже нет</translation>
    </message>
    <message>
        <source>a database (a project is opened, not imported)</source>
        <translation>база данных (проект открывают, а не импортируют)</translation>
    </message>
    <message>
        <source>a man</source>
        <translation>мужчина</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>программа</translation>
    </message>
    <message>
        <source>a range of characters runs backwards</source>
        <translation>диапазон знаков задан наоборот</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>звуковой или видеофайл</translation>
    </message>
    <message>
        <source>a square bracket is not closed</source>
        <translation>квадратная скобка не закрыта</translation>
    </message>
    <message>
        <source>a woman</source>
        <translation>женщина</translation>
    </message>
    <message>
        <source>a written file does not hold</source>
        <translation>чего нет в записанном файле</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлена</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>уже есть</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>документ RTF</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>архив</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>an office document or a ZIP archive</source>
        <translation>офисный документ или архив ZIP</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more remarks</source>
        <translation>
            <numerusform>и ещё {n} замечание</numerusform>
            <numerusform>и ещё {n} замечания</numerusform>
            <numerusform>и ещё {n} замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more turns</source>
        <translation>
            <numerusform>и ещё {n} реплика</numerusform>
            <numerusform>и ещё {n} реплики</numerusform>
            <numerusform>и ещё {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}</source>
        <translation>annotator: непредвиденный сбой ({kind}); подробности, без текста расшифровок, — в файле {log}</translation>
    </message>
    <message>
        <source>annotator: {error}</source>
        <translation>annotator: {error}</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>как в исходном файле</translation>
    </message>
    <message>
        <source>as in A</source>
        <translation>как в A</translation>
    </message>
    <message>
        <source>as in B</source>
        <translation>как в B</translation>
    </message>
    <message>
        <source>as in the history</source>
        <translation>как в истории</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>как сейчас</translation>
    </message>
    <message>
        <source>autoEdit and digital-paper-edit JSON</source>
        <translation>JSON autoEdit и digital-paper-edit</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>перед новой версией</translation>
    </message>
    <message>
        <source>before restore</source>
        <translation>до восстановления</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>перед восстановлением</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>двоичные данные</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>пустых</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>закладка</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>звонки</translation>
    </message>
    <message numerus="yes">
        <source>cancelled; not looked at: {n}</source>
        <translation>
            <numerusform>отменено; не просмотрено: {n}</numerusform>
            <numerusform>отменено; не просмотрено: {n}</numerusform>
            <numerusform>отменено; не просмотрено: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>изменений</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>проверяется…</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>comment of the turn</source>
        <translation>комментарий к реплике</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>комментарии</translation>
    </message>
    <message>
        <source>confidences of words</source>
        <translation>уверенность в словах</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>продолжений</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>копирует</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>correction (imported and corrected text), duplicates (tags per word), speakers (in the shape of DiarizationLM), roles, topics, preferences (accepted and dismissed findings), or all, each into a folder of its own</source>
        <translation>correction (импортированный и исправленный текст), duplicates (метки слов), speakers (в виде DiarizationLM), roles, topics, preferences (принятые и отклонённые находки) или all — каждая в своей папке</translation>
    </message>
    <message>
        <source>cpWER</source>
        <translation>cpWER</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>вырезает</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>ежедневная</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>повреждён</translation>
    </message>
    <message>
        <source>damaged: cannot be restored</source>
        <translation>повреждена, вернуть нельзя</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>решений</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>doccano export</source>
        <translation>Экспорт doccano</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>записей</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>везде</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>ошибок</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>находки</translation>
    </message>
    <message>
        <source>folded in</source>
        <translation>части свёрнуты</translation>
    </message>
    <message>
        <source>folders that may not be read</source>
        <translation>папки, которые нельзя прочитать</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>необратимо</translation>
    </message>
    <message>
        <source>format</source>
        <translation>формат</translation>
    </message>
    <message>
        <source>found</source>
        <translation>найдено</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыта</translation>
    </message>
    <message>
        <source>hidden files</source>
        <translation>скрытые файлы</translation>
    </message>
    <message>
        <source>id</source>
        <translation>№</translation>
    </message>
    <message>
        <source>id of the speaker</source>
        <translation>id спикера</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импортировано</translation>
    </message>
    <message>
        <source>in a text</source>
        <translation>в тексте</translation>
    </message>
    <message>
        <source>in the table</source>
        <translation>в таблице</translation>
    </message>
    <message>
        <source>in this project as {name}</source>
        <translation>в этом проекте как {name}</translation>
    </message>
    <message numerus="yes">
        <source>in {n} calls</source>
        <translation>
            <numerusform>в {n} звонке</numerusform>
            <numerusform>в {n} звонках</numerusform>
            <numerusform>в {n} звонках</numerusform>
        </translation>
    </message>
    <message>
        <source>inside turn {turn}</source>
        <translation>внутри реплики {turn}</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>цел</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>он пуст</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>встречается дважды</translation>
    </message>
    <message>
        <source>it must be a list</source>
        <translation>здесь должен быть список</translation>
    </message>
    <message>
        <source>it must be text</source>
        <translation>здесь должен быть текст</translation>
    </message>
    <message>
        <source>it must be true or false</source>
        <translation>здесь должно быть true или false</translation>
    </message>
    <message>
        <source>jsonl, parquet or both (default: jsonl)</source>
        <translation>jsonl, parquet или оба через запятую (по умолчанию jsonl)</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>последнее изменение</translation>
    </message>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>left out: like another call</source>
        <translation>не взято: как другой звонок</translation>
    </message>
    <message>
        <source>like</source>
        <translation>похож на</translation>
    </message>
    <message numerus="yes">
        <source>like another call: {n}</source>
        <translation>
            <numerusform>похожи на другой звонок: {n}</numerusform>
            <numerusform>похожи на другой звонок: {n}</numerusform>
            <numerusform>похожи на другой звонок: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>строка {line}</translation>
    </message>
    <message>
        <source>line {line}: {remark}</source>
        <translation>строка {line}: {remark}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>строк</translation>
    </message>
    <message>
        <source>links in a circle</source>
        <translation>ссылки по кругу</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>логарифмические потери</translation>
    </message>
    <message>
        <source>look</source>
        <translation>проверить</translation>
    </message>
    <message>
        <source>made</source>
        <translation>создана</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>name of the call</source>
        <translation>название звонка</translation>
    </message>
    <message>
        <source>name of the speaker, else the id</source>
        <translation>имя спикера, иначе его id</translation>
    </message>
    <message>
        <source>names of the speakers</source>
        <translation>имена спикеров</translation>
    </message>
    <message>
        <source>needs an answer</source>
        <translation>нужен ответ</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>новая версия</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>noScribe (HTML)</source>
        <translation>noScribe (HTML)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none of these words</source>
        <translation>этих слов в нём нет</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ещё не проверялся</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>не решено</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation>не найден в папке {folder}</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>не импортировано</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>не проверена</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>не понято</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>number of the call in the project</source>
        <translation>номер звонка в проекте</translation>
    </message>
    <message>
        <source>number of the file in this export</source>
        <translation>номер файла в этом экспорте</translation>
    </message>
    <message>
        <source>number of the turn</source>
        <translation>номер реплики</translation>
    </message>
    <message>
        <source>number of turns</source>
        <translation>число реплик</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>системные</translation>
    </message>
    <message>
        <source>on this turn</source>
        <translation>на этой реплике</translation>
    </message>
    <message>
        <source>open</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>иначе</translation>
    </message>
    <message>
        <source>parts shown</source>
        <translation>части показаны</translation>
    </message>
    <message>
        <source>pass over</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>passed over: {what}</source>
        <translation>пропущено: {what}</translation>
    </message>
    <message>
        <source>pastes</source>
        <translation>вставляет</translation>
    </message>
    <message>
        <source>pin removed</source>
        <translation>отметка о спикерах снята</translation>
    </message>
    <message>
        <source>places</source>
        <translation>мест</translation>
    </message>
    <message>
        <source>places: on which the versions agree; speakers: Cohen's kappa of words; topics: Krippendorff's alpha (MASI); decisions: Cohen's kappa; WER: of the second version, the first one being right</source>
        <translation>места: где версии согласны; спикеры: каппа Коэна по словам; темы: альфа Криппендорфа (MASI); решения: каппа Коэна; WER: второй версии, если верна первая</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>проекты</translation>
    </message>
    <message>
        <source>read</source>
        <translation>чтение</translation>
    </message>
    <message>
        <source>read only: changes cannot be saved here</source>
        <translation>только чтение: изменения здесь не сохранить</translation>
    </message>
    <message>
        <source>read only: open on {host} by {user}</source>
        <translation>только чтение: открыт на {host} пользователем {user}</translation>
    </message>
    <message>
        <source>read with another file of the same name</source>
        <translation>прочитаны вместе с файлом того же имени</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>рецепт</translation>
    </message>
    <message>
        <source>redoes typing</source>
        <translation>возвращает набранное</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалена</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>проверено</translation>
    </message>
    <message>
        <source>role of the speaker</source>
        <translation>роль спикера</translation>
    </message>
    <message>
        <source>roles of speakers</source>
        <translation>роли спикеров</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>спасено</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено в {time}</translation>
    </message>
    <message>
        <source>selects all</source>
        <translation>выделяет всё</translation>
    </message>
    <message>
        <source>set {set}</source>
        <translation>набор {set}</translation>
    </message>
    <message>
        <source>set {set}, rule {rule}</source>
        <translation>набор {set}, правило {rule}</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>shown again</source>
        <translation>снова видна</translation>
    </message>
    <message>
        <source>sound or video</source>
        <translation>звук или видео</translation>
    </message>
    <message>
        <source>source</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>спикер</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>спикеры</translation>
    </message>
    <message>
        <source>speakers are right from here on</source>
        <translation>отсюда спикеры верны</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>статистика</translation>
    </message>
    <message>
        <source>suffixes</source>
        <translation>суффиксы</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>уверенно</translation>
    </message>
    <message>
        <source>table</source>
        <translation>таблица</translation>
    </message>
    <message>
        <source>text {text}, speaker {speaker}, hidden {hidden}</source>
        <translation>текст {text}, спикер {speaker}, скрыто {hidden}</translation>
    </message>
    <message>
        <source>the backslash has no meaning here</source>
        <translation>обратная косая черта здесь ничего не значит</translation>
    </message>
    <message>
        <source>the end of turn {turn}</source>
        <translation>конец реплики {turn}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>the first number of repetitions is greater than the second</source>
        <translation>первое число повторений больше второго</translation>
    </message>
    <message>
        <source>the imported file is damaged</source>
        <translation>повреждён импортированный файл</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>те же слова</translation>
    </message>
    <message>
        <source>the sign after (? is unknown</source>
        <translation>неизвестный знак после (?</translation>
    </message>
    <message>
        <source>the start of turn {turn}</source>
        <translation>начало реплики {turn}</translation>
    </message>
    <message>
        <source>the whole of turn {turn}</source>
        <translation>вся реплика {turn}</translation>
    </message>
    <message>
        <source>there is no group of this name</source>
        <translation>нет группы с таким именем</translation>
    </message>
    <message>
        <source>there is no group of this number</source>
        <translation>нет группы с таким номером</translation>
    </message>
    <message>
        <source>there is nothing before it to repeat</source>
        <translation>перед ним нечего повторять</translation>
    </message>
    <message>
        <source>times of turns</source>
        <translation>время реплик</translation>
    </message>
    <message>
        <source>times of words</source>
        <translation>время слов</translation>
    </message>
    <message>
        <source>today’s date</source>
        <translation>сегодняшняя дата</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>мало</translation>
    </message>
    <message>
        <source>topic {name}</source>
        <translation>тема «{name}»</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>темы</translation>
    </message>
    <message>
        <source>topics of the turn</source>
        <translation>темы реплики</translation>
    </message>
    <message>
        <source>topics, words or history are damaged</source>
        <translation>повреждены темы, слова или история</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>transcribee document (JSON)</source>
        <translation>Документ transcribee (JSON)</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>реплика {number}</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>реплик</translation>
    </message>
    <message>
        <source>turns changed</source>
        <translation>изменено реплик</translation>
    </message>
    <message>
        <source>turns {first} to {last}</source>
        <translation>реплики {first}–{last}</translation>
    </message>
    <message>
        <source>turns {numbers}</source>
        <translation>реплики {numbers}</translation>
    </message>
    <message>
        <source>turns, speakers or decisions are damaged</source>
        <translation>повреждены реплики, спикеры или решения</translation>
    </message>
    <message>
        <source>two signs of repetition follow each other</source>
        <translation>два знака повторения подряд</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>undo: {what}</source>
        <translation>отменить: {what}</translation>
    </message>
    <message>
        <source>undoes typing</source>
        <translation>отменяет набранное</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>undone for good</source>
        <translation>отменено насовсем</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>версии</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>что с ним стало</translation>
    </message>
    <message>
        <source>what is hidden</source>
        <translation>что скрыто</translation>
    </message>
    <message>
        <source>what is looked for behind must have a fixed length</source>
        <translation>то, что ищется позади, должно иметь постоянную длину</translation>
    </message>
    <message>
        <source>what was imported</source>
        <translation>импортированный текст</translation>
    </message>
    <message>
        <source>when the turn begins; {example} writes it like that</source>
        <translation>когда реплика начинается; {example} пишет в таком виде</translation>
    </message>
    <message>
        <source>when the turn ends</source>
        <translation>когда реплика кончается</translation>
    </message>
    <message>
        <source>where the focus is</source>
        <translation>там, где фокус</translation>
    </message>
    <message>
        <source>where turns end</source>
        <translation>границы реплик</translation>
    </message>
    <message>
        <source>whether the call is done</source>
        <translation>готов ли звонок</translation>
    </message>
    <message>
        <source>which turns are reviewed</source>
        <translation>отметки о проверке</translation>
    </message>
    <message>
        <source>while a text is edited</source>
        <translation>когда правится текст</translation>
    </message>
    <message>
        <source>while the table has the focus</source>
        <translation>когда фокус в таблице</translation>
    </message>
    <message>
        <source>words</source>
        <translation>слова</translation>
    </message>
    <message>
        <source>words changed</source>
        <translation>изменено слов</translation>
    </message>
    <message>
        <source>words of the turn; {example} on one line</source>
        <translation>слова реплики; {example} — в одну строку</translation>
    </message>
    <message>
        <source>work</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>written</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>{accepted} accepted, {dismissed} dismissed.</source>
        <translation>Принято: {accepted}, норма: {dismissed}.</translation>
    </message>
    <message numerus="yes">
        <source>{added} of {n} files imported</source>
        <translation>
            <numerusform>Импортировано файлов: {added} из {n}</numerusform>
            <numerusform>Импортировано файлов: {added} из {n}</numerusform>
            <numerusform>Импортировано файлов: {added} из {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{before}; {place}</source>
        <translation>{before}; {place}</translation>
    </message>
    <message>
        <source>{calls} with {turns} were taken over, and their history: all that was there.</source>
        <translation>Перенесено: {calls}, {turns} и история — всё, что было.</translation>
    </message>
    <message>
        <source>{calls} with {turns} were taken over.</source>
        <translation>Перенесено: {calls}, {turns}.</translation>
    </message>
    <message>
        <source>{calls}, {used} of {turns} turns</source>
        <translation>{calls}, реплик: {used} из {turns}</translation>
    </message>
    <message>
        <source>{call}, a turn that is no longer there</source>
        <translation>{call}, реплика, которой больше нет</translation>
    </message>
    <message>
        <source>{call}, turn {number}</source>
        <translation>{call}, реплика {number}</translation>
    </message>
    <message numerus="yes">
        <source>{checked} of {n} hits</source>
        <translation>
            <numerusform>{checked} из {n} совпадения</numerusform>
            <numerusform>{checked} из {n} совпадений</numerusform>
            <numerusform>{checked} из {n} совпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>отмечено {checked} из {total}</translation>
    </message>
    <message>
        <source>{colour} is no colour. Write it like {example}.</source>
        <translation>{colour} — не цвет. Запишите его так: {example}.</translation>
    </message>
    <message>
        <source>{colour} is no colour; it should look like {example}.</source>
        <translation>{colour} — не цвет; он записывается так: {example}.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} changes</source>
        <translation>
            <numerusform>{done} из {n} изменения</numerusform>
            <numerusform>{done} из {n} изменений</numerusform>
            <numerusform>{done} из {n} изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} turns reviewed</source>
        <translation>
            <numerusform>Проверено {done} из {n} реплики</numerusform>
            <numerusform>Проверено {done} из {n} реплик</numerusform>
            <numerusform>Проверено {done} из {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>{encoding}, a guess: check that the text is right</source>
        <translation>{encoding} — догадка: проверьте, верно ли читается текст</translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same</source>
        <translation>
            <numerusform>Из {n} слова совпало {exact}</numerusform>
            <numerusform>Из {n} слов совпало {exact}</numerusform>
            <numerusform>Из {n} слов совпало {exact}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same, {alike} begin alike</source>
        <translation>
            <numerusform>Из {n} слова целиком совпало {exact}, только началом — {alike}</numerusform>
            <numerusform>Из {n} слов целиком совпало {exact}, только началом — {alike}</numerusform>
            <numerusform>Из {n} слов целиком совпало {exact}, только началом — {alike}</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {second} hold the same speech. Both are kept.</source>
        <translation>В {first} и {second} одна и та же речь. Сохранены оба.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{id} is “{role}” here and “{first}” above: the first is kept.</source>
        <translation>У {id} здесь роль «{role}», а выше «{first}»: оставлена первая.</translation>
    </message>
    <message>
        <source>{id}: {name}</source>
        <translation>{id}: {name}</translation>
    </message>
    <message>
        <source>{key} belongs to the system; it would never arrive here.</source>
        <translation>{key} занято системой, сюда нажатие не дойдёт.</translation>
    </message>
    <message>
        <source>{key} does this already.</source>
        <translation>{key} уже делает это.</translation>
    </message>
    <message>
        <source>{key} is a sign that stands elsewhere on other layouts, so it may not work on yours.</source>
        <translation>{key} — знак, который в других раскладках стоит на другой клавише, и в вашей может не сработать.</translation>
    </message>
    <message>
        <source>{key} is no key. Write a digit from 1 to 9, or nothing.</source>
        <translation>{key} — не клавиша. Укажите цифру от 1 до 9 или ничего.</translation>
    </message>
    <message>
        <source>{key} is “{action}” now.</source>
        <translation>{key} сейчас — «{action}».</translation>
    </message>
    <message>
        <source>{key} moves through the table; it will do so no longer.</source>
        <translation>{key} перемещает по таблице; больше не будет.</translation>
    </message>
    <message>
        <source>{key} switches the layout or the input method on many computers.</source>
        <translation>{key} на многих компьютерах переключает раскладку.</translation>
    </message>
    <message>
        <source>{key} types or moves the caret while a text is edited.</source>
        <translation>{key} при правке текста печатает или двигает курсор.</translation>
    </message>
    <message>
        <source>{key} will act in lists and on buttons too.</source>
        <translation>{key} будет срабатывать и в списках, и на кнопках.</translation>
    </message>
    <message>
        <source>{key} works on a Latin layout only; take it together with Ctrl, or another key.</source>
        <translation>{key} работает только в латинской раскладке; возьмите сочетание с Ctrl или другую клавишу.</translation>
    </message>
    <message>
        <source>{key}, now of {name}</source>
        <translation>{key}, сейчас у темы «{name}»</translation>
    </message>
    <message>
        <source>{kind}, {turns}: {fix}</source>
        <translation>{kind}, {turns}: {fix}</translation>
    </message>
    <message numerus="yes">
        <source>{k} of {n}</source>
        <translation>
            <numerusform>{k} из {n}</numerusform>
            <numerusform>{k} из {n}</numerusform>
            <numerusform>{k} из {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{left}; {n} calls are not checked yet</source>
        <translation>
            <numerusform>{left}; {n} звонок ещё не проверен</numerusform>
            <numerusform>{left}; {n} звонка ещё не проверены</numerusform>
            <numerusform>{left}; {n} звонков ещё не проверено</numerusform>
        </translation>
    </message>
    <message>
        <source>{letter}: {name}</source>
        <translation>{letter}: {name}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (эталон)</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (нет на месте)</translation>
    </message>
    <message>
        <source>{name} (read only)</source>
        <translation>{name} (только чтение)</translation>
    </message>
    <message>
        <source>{name} can be read in several formats: {formats}. Say which it is.</source>
        <translation>{name} можно прочитать в нескольких форматах: {formats}. Укажите, какой это формат.</translation>
    </message>
    <message>
        <source>{name} cannot be a part of itself.</source>
        <translation>Тема «{name}» не может быть частью самой себя.</translation>
    </message>
    <message>
        <source>{name} cannot be read because of a fault in the program, which is noted in its log.</source>
        <translation>{name} не удалось прочитать из-за ошибки в программе; она записана в журнал.</translation>
    </message>
    <message>
        <source>{name} counts in frames and does not say how many a second has. Convert it to SRT where the film is.</source>
        <translation>В {name} время указано в кадрах, а сколько их в секунде, не сказано. Переведите файл в SRT там, где есть видео.</translation>
    </message>
    <message>
        <source>{name} declares entities, which could be made to do harm. Export it anew without.</source>
        <translation>В {name} объявлены сущности, которыми можно навредить. Экспортируйте файл заново без них.</translation>
    </message>
    <message>
        <source>{name} does not come back from {encoding} unchanged. Choose another encoding.</source>
        <translation>Файл {name} в кодировке {encoding} нельзя записать обратно без изменений. Выберите другую кодировку.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has more than {n} paragraphs. Divide it.</source>
        <translation>
            <numerusform>В {name} больше {n} абзаца. Разделите файл.</numerusform>
            <numerusform>В {name} больше {n} абзацев. Разделите файл.</numerusform>
            <numerusform>В {name} больше {n} абзацев. Разделите файл.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has more than {n} rows. Divide it.</source>
        <translation>
            <numerusform>В {name} больше {n} строки. Разделите файл.</numerusform>
            <numerusform>В {name} больше {n} строк. Разделите файл.</numerusform>
            <numerusform>В {name} больше {n} строк. Разделите файл.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has no rows. Choose the file that holds the transcript.</source>
        <translation>В {name} нет строк. Выберите файл с расшифровкой.</translation>
    </message>
    <message>
        <source>{name} has tiers of sounds only: {tiers}. Export it with a tier of words or turns.</source>
        <translation>В {name} только слои звуков: {tiers}. Экспортируйте его со слоем слов или реплик.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {n} columns: choose among these.</source>
        <translation>
            <numerusform>В {name} {n} столбец: выбирайте из них.</numerusform>
            <numerusform>В {name} {n} столбца: выбирайте из них.</numerusform>
            <numerusform>В {name} {n} столбцов: выбирайте из них.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds a training set. It is written anew as a whole.</source>
        <translation>В {name} уже есть обучающая выборка. Она будет целиком записана заново.</translation>
    </message>
    <message>
        <source>{name} holds no keys.</source>
        <translation>В {name} нет клавиш.</translation>
    </message>
    <message>
        <source>{name} holds no text. Choose a codebook in CSV or JSON.</source>
        <translation>В файле {name} нет текста. Выберите список тем в формате CSV или JSON.</translation>
    </message>
    <message>
        <source>{name} holds no topics.</source>
        <translation>В файле {name} нет тем.</translation>
    </message>
    <message>
        <source>{name} holds no words. Check that the call was transcribed, and export it anew.</source>
        <translation>В {name} нет слов. Проверьте, что звонок распознан, и экспортируйте его заново.</translation>
    </message>
    <message>
        <source>{name} holds no words. Choose the file that holds the transcript.</source>
        <translation>В {name} нет слов. Выберите файл с расшифровкой.</translation>
    </message>
    <message>
        <source>{name} is JSON in which no known recogniser’s transcript was found. Export it as text, SRT or a table.</source>
        <translation>{name} — JSON, в котором не найдено расшифровки известного распознавателя. Экспортируйте её как текст, SRT или таблицу.</translation>
    </message>
    <message>
        <source>{name} is JSON that is too deep or too long to be a transcript. Export it anew.</source>
        <translation>{name} — JSON слишком глубокий или длинный для расшифровки. Экспортируйте её заново.</translation>
    </message>
    <message>
        <source>{name} is a TextGrid in binary form. Open it in Praat and save it as a text file.</source>
        <translation>{name} — TextGrid в двоичном виде. Откройте его в Praat и сохраните как текстовый файл.</translation>
    </message>
    <message>
        <source>{name} is a project. Give the exported file another name.</source>
        <translation>{name} — это проект. Дайте экспортируемому файлу другое имя.</translation>
    </message>
    <message>
        <source>{name} is damaged JSON: line {line}, column {column}. Export it anew.</source>
        <translation>{name} — повреждённый JSON: строка {line}, столбец {column}. Экспортируйте файл заново.</translation>
    </message>
    <message>
        <source>{name} is damaged in line {line}, column {column}. Export it anew.</source>
        <translation>{name}: повреждение в строке {line}, столбце {column}. Экспортируйте файл заново.</translation>
    </message>
    <message>
        <source>{name} is damaged, or no document of this kind. Save it anew and import that.</source>
        <translation>{name} повреждён или не является документом этого вида. Сохраните его заново и импортируйте.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file that holds the transcript.</source>
        <translation>Файл {name} пуст. Выберите файл с расшифровкой.</translation>
    </message>
    <message>
        <source>{name} is in this project already; here it is.</source>
        <translation>Звонок {name} уже есть в этом проекте, он показан.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB. Is it a codebook?</source>
        <translation>{name} больше {limit} МБ. Это точно список тем?</translation>
    </message>
    <message>
        <source>{name} is nested more than {limit} deep. Export it anew.</source>
        <translation>{name}: вложенность больше {limit} уровней. Экспортируйте файл заново.</translation>
    </message>
    <message>
        <source>{name} is no JSON. Choose the file that the recogniser wrote.</source>
        <translation>{name} — не JSON. Выберите файл, который записал распознаватель.</translation>
    </message>
    <message>
        <source>{name} is now what it was on {when}.</source>
        <translation>{name} теперь такой, каким был {when}.</translation>
    </message>
    <message>
        <source>{name} is packed so that it could do harm, or too large. Save it anew.</source>
        <translation>{name} упакован так, что может навредить, или слишком велик. Сохраните его заново.</translation>
    </message>
    <message>
        <source>{name} is protected by a password. Save it without.</source>
        <translation>{name} защищён паролем. Сохраните его без пароля.</translation>
    </message>
    <message>
        <source>{name} is put back to what it was on {when}.</source>
        <translation>{name} станет таким, каким был {when}.</translation>
    </message>
    <message>
        <source>{name} is the project itself. Give the copy another name.</source>
        <translation>{name} — это сам проект. Дайте копии другое имя.</translation>
    </message>
    <message>
        <source>{name} is {kind}, no transcript. Export the transcript from there and import that.</source>
        <translation>{name} — это {kind}, а не расшифровка. Экспортируйте расшифровку оттуда и импортируйте её.</translation>
    </message>
    <message>
        <source>{name} is {share} % like {other}.</source>
        <translation>{name} на {share} % совпадает с {other}.</translation>
    </message>
    <message>
        <source>{name} says who speaks when, but not what is said. Put the words beside it in one of {names}, and read it again.</source>
        <translation>{name} говорит, кто и когда говорит, но не что. Положите слова рядом в одном из файлов {names} и прочитайте его снова.</translation>
    </message>
    <message>
        <source>{name} takes no “{spec}”. Numbers take a width, for example {example}.</source>
        <translation>У {name} не бывает «{spec}». У чисел может быть ширина, например {example}.</translation>
    </message>
    <message>
        <source>{name} was left as it is.</source>
        <translation>{name} остался как есть.</translation>
    </message>
    <message>
        <source>{name} was not opened</source>
        <translation>{name} не открыт</translation>
    </message>
    <message>
        <source>{name} was removed from the project. Undo brings it back.</source>
        <translation>«{name}»: звонок убран из проекта. Отмена вернёт его.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of the program. Update it, or export the call there in another format.</source>
        <translation>{name} записан более новой версией программы. Обновите её или экспортируйте там звонок в другом формате.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.</source>
        <translation>{name}, строка {line}: нулевой символ. Файл повреждён, или это не текст: экспортируйте его заново.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a cell is longer than a table takes. Is a quotation mark missing?</source>
        <translation>{name}, строка {line}: ячейка длиннее, чем бывает в таблице. Не пропала ли кавычка?</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} begins half a surrogate pair. The file is damaged: export it anew.</source>
        <translation>{name}, строка {line}: с байта {byte} начинается половина суррогатной пары. Файл повреждён: экспортируйте его заново.</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} is not {encoding}. The file is damaged, or another encoding should be chosen.</source>
        <translation>{name}, строка {line}: байт {byte} не подходит к кодировке {encoding}. Файл повреждён, или нужно выбрать другую кодировку.</translation>
    </message>
    <message>
        <source>{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.</source>
        <translation>{name}, строка {line}: больше символов, чем можно ({limit}). Разделите её на реплики, по одной в строке.</translation>
    </message>
    <message>
        <source>{name}, turn {item}: longer than {limit} characters. Divide it into turns.</source>
        <translation>{name}, реплика {item}: длиннее {limit} знаков. Разделите её на реплики.</translation>
    </message>
    <message>
        <source>{name}, {where}: {problem}</source>
        <translation>{name}, {where}: {problem}</translation>
    </message>
    <message>
        <source>{name}: is there already as transcript {id}</source>
        <translation>{name}: уже есть, звонок {id}</translation>
    </message>
    <message>
        <source>{name}: it is not clear what the columns hold. Say which one holds the words, e.g. text=3,speaker=2.</source>
        <translation>{name}: непонятно, что в столбцах. Укажите, в каком из них слова, например text=3,speaker=2.</translation>
    </message>
    <message>
        <source>{name}: left out, {like}</source>
        <translation>{name}: не взят, {like}</translation>
    </message>
    <message>
        <source>{name}: say which column holds the words, e.g. text=3.</source>
        <translation>{name}: укажите, в каком столбце слова, например text=3.</translation>
    </message>
    <message>
        <source>{name}: the encoding cannot be told. Save it as CSV UTF-8 and import it again.</source>
        <translation>{name}: не удалось определить кодировку. Сохраните файл как CSV UTF-8 и импортируйте ещё раз.</translation>
    </message>
    <message>
        <source>{name}: topics added: {added}, changed: {changed}</source>
        <translation>{name}: добавлено тем: {added}, изменено: {changed}</translation>
    </message>
    <message>
        <source>{name}: transcript {id}</source>
        <translation>{name}: звонок {id}</translation>
    </message>
    <message>
        <source>{name}: {part}</source>
        <translation>{name}: {part}</translation>
    </message>
    <message numerus="yes">
        <source>{n} accepted</source>
        <translation>
            <numerusform>{n} принята</numerusform>
            <numerusform>{n} приняты</numerusform>
            <numerusform>{n} принято</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions get their usual keys again.</source>
        <translation>
            <numerusform>К {n} действию вернётся обычная клавиша.</numerusform>
            <numerusform>К {n} действиям вернутся обычные клавиши.</numerusform>
            <numerusform>К {n} действиям вернутся обычные клавиши.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions have other keys than usual now.</source>
        <translation>
            <numerusform>Необычные клавиши теперь у {n} действия.</numerusform>
            <numerusform>Необычные клавиши теперь у {n} действий.</numerusform>
            <numerusform>Необычные клавиши теперь у {n} действий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups of this project still hold the words.</source>
        <translation>
            <numerusform>Их ещё хранит {n} резервная копия проекта.</numerusform>
            <numerusform>Их ещё хранят {n} резервные копии проекта.</numerusform>
            <numerusform>Их ещё хранят {n} резервных копий проекта.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups still hold the words; you can delete them afterwards.</source>
        <translation>
            <numerusform>Слова останутся в {n} резервной копии; потом её можно удалить.</numerusform>
            <numerusform>Слова останутся в {n} резервных копиях; потом их можно удалить.</numerusform>
            <numerusform>Слова останутся в {n} резервных копиях; потом их можно удалить.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups were deleted.</source>
        <translation>
            <numerusform>Удалена {n} резервная копия.</numerusform>
            <numerusform>Удалены {n} резервные копии.</numerusform>
            <numerusform>Удалено {n} резервных копий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} звонок</numerusform>
            <numerusform>{n} звонка</numerusform>
            <numerusform>{n} звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls are still to be checked.</source>
        <translation>
            <numerusform>Ещё не проверен {n} звонок.</numerusform>
            <numerusform>Ещё не проверены {n} звонка.</numerusform>
            <numerusform>Ещё не проверено {n} звонков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls are the same in both</source>
        <translation>
            <numerusform>{n} звонок одинаков в обоих</numerusform>
            <numerusform>{n} звонка одинаковы в обоих</numerusform>
            <numerusform>{n} звонков одинаковы в обоих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished.</source>
        <translation>
            <numerusform>Готов {n} звонок этого проекта.</numerusform>
            <numerusform>Готово {n} звонка этого проекта.</numerusform>
            <numerusform>Готово {n} звонков этого проекта.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished; at least {least} are needed.</source>
        <translation>
            <numerusform>Готов {n} звонок этого проекта; нужно не меньше {least}.</numerusform>
            <numerusform>Готово {n} звонка этого проекта; нужно не меньше {least}.</numerusform>
            <numerusform>Готово {n} звонков этого проекта; нужно не меньше {least}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <translation>
            <numerusform>{n} изменение</numerusform>
            <numerusform>{n} изменения</numerusform>
            <numerusform>{n} изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes added to the history</source>
        <translation>
            <numerusform>В историю добавлено {n} изменение</numerusform>
            <numerusform>В историю добавлено {n} изменения</numerusform>
            <numerusform>В историю добавлено {n} изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} codes in brackets were taken out of the words.</source>
        <translation>
            <numerusform>Из слов убран {n} код в скобках.</numerusform>
            <numerusform>Из слов убраны {n} кода в скобках.</numerusform>
            <numerusform>Из слов убрано {n} кодов в скобках.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} comments were taken out of the words.</source>
        <translation>
            <numerusform>Из слов убран {n} комментарий.</numerusform>
            <numerusform>Из слов убраны {n} комментария.</numerusform>
            <numerusform>Из слов убрано {n} комментариев.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cues without a name were given to the speaker who is named above.</source>
        <translation>
            <numerusform>{n} субтитр без имени отнесён к спикеру, названному выше.</numerusform>
            <numerusform>{n} субтитра без имени отнесены к спикерам, названным выше.</numerusform>
            <numerusform>{n} субтитров без имени отнесены к спикерам, названным выше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits after a word for a card; the last is not right, perhaps one was misheard</source>
        <translation>
            <numerusform>{n} цифра после слова о карте; последняя не сходится, возможно, одна ослышана</numerusform>
            <numerusform>{n} цифры после слова о карте; последняя не сходится, возможно, одна ослышана</numerusform>
            <numerusform>{n} цифр после слова о карте; последняя не сходится, возможно, одна ослышана</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits as a phone number has them</source>
        <translation>
            <numerusform>{n} цифра, как в номере телефона</numerusform>
            <numerusform>{n} цифры, как в номере телефона</numerusform>
            <numerusform>{n} цифр, как в номере телефона</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits where the code of a card is said; it must not be kept anywhere</source>
        <translation>
            <numerusform>{n} цифра там, где называют код карты; его нельзя хранить нигде</numerusform>
            <numerusform>{n} цифры там, где называют код карты; его нельзя хранить нигде</numerusform>
            <numerusform>{n} цифр там, где называют код карты; его нельзя хранить нигде</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits, and the check digits are right</source>
        <translation>
            <numerusform>{n} цифра, контрольные цифры сходятся</numerusform>
            <numerusform>{n} цифры, контрольные цифры сходятся</numerusform>
            <numerusform>{n} цифр, контрольные цифры сходятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits, and the last is right for a card number</source>
        <translation>
            <numerusform>{n} цифра, последняя сходится как у номера карты</numerusform>
            <numerusform>{n} цифры, последняя сходится как у номера карты</numerusform>
            <numerusform>{n} цифр, последняя сходится как у номера карты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dismissed</source>
        <translation>
            <numerusform>{n} — норма</numerusform>
            <numerusform>{n} — норма</numerusform>
            <numerusform>{n} — норма</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts added</source>
        <translation>
            <numerusform>Добавлен {n} черновик</numerusform>
            <numerusform>Добавлено {n} черновика</numerusform>
            <numerusform>Добавлено {n} черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts are restored. Undo takes that back.</source>
        <translation>
            <numerusform>{n} черновик возвращён. Это можно отменить.</numerusform>
            <numerusform>{n} черновика возвращены. Это можно отменить.</numerusform>
            <numerusform>{n} черновиков возвращены. Это можно отменить.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts were not finished when the program ended: {which}</source>
        <translation>
            <numerusform>{n} черновик не был закончен, когда программа завершилась: {which}</numerusform>
            <numerusform>{n} черновика не были закончены, когда программа завершилась: {which}</numerusform>
            <numerusform>{n} черновиков не были закончены, когда программа завершилась: {which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts will be gone for good: what was typed, and not stored.</source>
        <translation>
            <numerusform>{n} черновик пропадёт навсегда: набранное, но не сохранённое.</numerusform>
            <numerusform>{n} черновика пропадут навсегда: набранное, но не сохранённое.</numerusform>
            <numerusform>{n} черновиков пропадут навсегда: набранное, но не сохранённое.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files of these names are in the folder already: {names}</source>
        <translation>
            <numerusform>В папке уже есть {n} файл: {names}</numerusform>
            <numerusform>В папке уже есть {n} файла: {names}</numerusform>
            <numerusform>В папке уже есть {n} файлов: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} находка</numerusform>
            <numerusform>{n} находки</numerusform>
            <numerusform>{n} находок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are left to decide in {calls} calls. Decide them, or have the training set made nevertheless.</source>
        <translation>
            <numerusform>Осталась {n} нерешённая находка (звонков с ними: {calls}). Примите решения или соберите выборку несмотря на это.</numerusform>
            <numerusform>Остались {n} нерешённые находки (звонков с ними: {calls}). Примите решения или соберите выборку несмотря на это.</numerusform>
            <numerusform>Осталось {n} нерешённых находок (звонков с ними: {calls}). Примите решения или соберите выборку несмотря на это.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are left to decide in {calls} calls: {kinds}</source>
        <translation>
            <numerusform>Осталась {n} нерешённая находка (звонков: {calls}): {kinds}</numerusform>
            <numerusform>Остались {n} нерешённые находки (звонков: {calls}): {kinds}</numerusform>
            <numerusform>Осталось {n} нерешённых находок (звонков: {calls}): {kinds}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are open. Press {key} again to call it done all the same.</source>
        <translation>
            <numerusform>Не решена {n} находка. Нажмите {key} ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
            <numerusform>Не решены {n} находки. Нажмите {key} ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
            <numerusform>Не решено {n} находок. Нажмите {key} ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings to decide</source>
        <translation>
            <numerusform>{n} находка ждёт решения</numerusform>
            <numerusform>{n} находки ждут решения</numerusform>
            <numerusform>{n} находок ждут решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fixes applied</source>
        <translation>
            <numerusform>{n} исправление применено</numerusform>
            <numerusform>{n} исправления применены</numerusform>
            <numerusform>{n} исправлений применено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of calls that are nearly the same; each stays in one split.</source>
        <translation>
            <numerusform>{n} группа почти одинаковых звонков; она целиком в одной части.</numerusform>
            <numerusform>{n} группы почти одинаковых звонков; каждая целиком в одной части.</numerusform>
            <numerusform>{n} групп почти одинаковых звонков; каждая целиком в одной части.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation>
            <numerusform>осталась {n}</numerusform>
            <numerusform>остались {n}</numerusform>
            <numerusform>осталось {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines not understood</source>
        <translation>
            <numerusform>не понята {n} строка</numerusform>
            <numerusform>не поняты {n} строки</numerusform>
            <numerusform>не понято {n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines rolled on from one cue to the next: they were read once.</source>
        <translation>
            <numerusform>{n} строка переехала в следующий субтитр: прочитана один раз.</numerusform>
            <numerusform>{n} строки переехали в следующий субтитр: прочитаны один раз.</numerusform>
            <numerusform>{n} строк переехали в следующий субтитр: прочитаны один раз.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of pauses were taken out of the words.</source>
        <translation>
            <numerusform>Из слов убрана {n} пометка паузы.</numerusform>
            <numerusform>Из слов убраны {n} пометки пауз.</numerusform>
            <numerusform>Из слов убрано {n} пометок пауз.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more calls have {rate} and less.</source>
        <translation>
            <numerusform>Ещё {n} звонок: {rate} и меньше.</numerusform>
            <numerusform>Ещё {n} звонка: {rate} и меньше.</numerusform>
            <numerusform>Ещё {n} звонков: {rate} и меньше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more overlap with them; clean {path} again to see them</source>
        <translation>
            <numerusform>С ними пересекается ещё {n} находка; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
            <numerusform>С ними пересекаются ещё {n} находки; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
            <numerusform>С ними пересекается ещё {n} находок; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} noises and events were taken out of the words.</source>
        <translation>
            <numerusform>Из слов убрана {n} пометка о шуме или событии.</numerusform>
            <numerusform>Из слов убраны {n} пометки о шумах и событиях.</numerusform>
            <numerusform>Из слов убрано {n} пометок о шумах и событиях.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not understood</source>
        <translation>
            <numerusform>не понято: {n}</numerusform>
            <numerusform>не понято: {n}</numerusform>
            <numerusform>не понято: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them in another way than proposed first</source>
        <translation>
            <numerusform>{n} из них — иначе, чем предлагалось сначала</numerusform>
            <numerusform>{n} из них — иначе, чем предлагалось сначала</numerusform>
            <numerusform>{n} из них — иначе, чем предлагалось сначала</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {borders} borders of turns look as if another person went on</source>
        <translation>
            <numerusform>На {n} границе реплик из {borders} похоже, что дальше говорит другой</numerusform>
            <numerusform>На {n} границах реплик из {borders} похоже, что дальше говорит другой</numerusform>
            <numerusform>На {n} границах реплик из {borders} похоже, что дальше говорит другой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open findings</source>
        <translation>
            <numerusform>{n} открытая находка</numerusform>
            <numerusform>{n} открытые находки</numerusform>
            <numerusform>{n} открытых находок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places in the turns are masked; comments, names and the imported words too.</source>
        <translation>
            <numerusform>Скрыто {n} место в репликах; комментарии, имена и исходные слова тоже.</numerusform>
            <numerusform>Скрыто {n} места в репликах; комментарии, имена и исходные слова тоже.</numerusform>
            <numerusform>Скрыто {n} мест в репликах; комментарии, имена и исходные слова тоже.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows written to {folder}. Calls for training, validation and test: {calls}.</source>
        <translation>
            <numerusform>Записана {n} строка в {folder}. Звонков для обучения, проверки и теста: {calls}.</numerusform>
            <numerusform>Записаны {n} строки в {folder}. Звонков для обучения, проверки и теста: {calls}.</numerusform>
            <numerusform>Записано {n} строк в {folder}. Звонков для обучения, проверки и теста: {calls}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules</source>
        <translation>
            <numerusform>{n} правило</numerusform>
            <numerusform>{n} правила</numerusform>
            <numerusform>{n} правил</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} speakers</source>
        <translation>
            <numerusform>{n} спикер</numerusform>
            <numerusform>{n} спикера</numerusform>
            <numerusform>{n} спикеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation>
            <numerusform>{n} раз</numerusform>
            <numerusform>{n} раза</numerusform>
            <numerusform>{n} раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <translation>
            <numerusform>{n} реплика</numerusform>
            <numerusform>{n} реплики</numerusform>
            <numerusform>{n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are left out here.</source>
        <translation>
            <numerusform>Здесь пропущена {n} реплика.</numerusform>
            <numerusform>Здесь пропущены {n} реплики.</numerusform>
            <numerusform>Здесь пропущено {n} реплик.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are of speakers that Otter did not know; they may be several people.</source>
        <translation>
            <numerusform>{n} реплика принадлежит спикеру, которого Otter не узнал.</numerusform>
            <numerusform>{n} реплики принадлежат спикерам, которых Otter не узнал; это могут быть разные люди.</numerusform>
            <numerusform>{n} реплик принадлежат спикерам, которых Otter не узнал; это могут быть разные люди.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are unclear</source>
        <translation>
            <numerusform>Спикер неясен: {n} реплика</numerusform>
            <numerusform>Спикер неясен: {n} реплики</numerusform>
            <numerusform>Спикер неясен: {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns changed</source>
        <translation>
            <numerusform>изменена {n} реплика</numerusform>
            <numerusform>изменены {n} реплики</numerusform>
            <numerusform>изменено {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have a time but no speaker.</source>
        <translation>
            <numerusform>У {n} реплики есть время, но нет спикера.</numerusform>
            <numerusform>У {n} реплик есть время, но нет спикера.</numerusform>
            <numerusform>У {n} реплик есть время, но нет спикера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have topics, a comment or a review mark; these are not imported.</source>
        <translation>
            <numerusform>У {n} реплики есть темы, комментарий или отметка о проверке; они не импортируются.</numerusform>
            <numerusform>У {n} реплик есть темы, комментарий или отметка о проверке; они не импортируются.</numerusform>
            <numerusform>У {n} реплик есть темы, комментарий или отметка о проверке; они не импортируются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns hidden</source>
        <translation>
            <numerusform>{n} реплика скрыта</numerusform>
            <numerusform>{n} реплики скрыты</numerusform>
            <numerusform>{n} реплик скрыто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns keep no words and will be hidden</source>
        <translation>
            <numerusform>{n} реплика останется без слов и будет скрыта</numerusform>
            <numerusform>{n} реплики останутся без слов и будут скрыты</numerusform>
            <numerusform>{n} реплик останутся без слов и будут скрыты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns left out</source>
        <translation>
            <numerusform>{n} реплика пропущена</numerusform>
            <numerusform>{n} реплики пропущены</numerusform>
            <numerusform>{n} реплик пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns of {gone} went to {kept}. Undo brings {gone} back.</source>
        <translation>
            <numerusform>{n} реплика {gone} перешла к {kept}. Отмена вернёт {gone}.</numerusform>
            <numerusform>{n} реплики {gone} перешли к {kept}. Отмена вернёт {gone}.</numerusform>
            <numerusform>{n} реплик {gone} перешли к {kept}. Отмена вернёт {gone}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns read</source>
        <translation>
            <numerusform>прочитана {n} реплика</numerusform>
            <numerusform>прочитаны {n} реплики</numerusform>
            <numerusform>прочитано {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns were hidden: left out.</source>
        <translation>
            <numerusform>{n} реплика была скрыта: пропущена.</numerusform>
            <numerusform>{n} реплики были скрыты: пропущены.</numerusform>
            <numerusform>{n} реплик были скрыты: пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values in all.</source>
        <translation>
            <numerusform>Всего {n} значение.</numerusform>
            <numerusform>Всего {n} значения.</numerusform>
            <numerusform>Всего {n} значений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values redacted; they are gone, from the history too.</source>
        <translation>
            <numerusform>Вымарано {n} значение; его больше нет, в истории тоже.</numerusform>
            <numerusform>Вымарано {n} значения; их больше нет, в истории тоже.</numerusform>
            <numerusform>Вымарано {n} значений; их больше нет, в истории тоже.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} слово</numerusform>
            <numerusform>{n} слова</numerusform>
            <numerusform>{n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words in a row are the same</source>
        <translation>
            <numerusform>Подряд совпадает {n} слово</numerusform>
            <numerusform>Подряд совпадают {n} слова</numerusform>
            <numerusform>Подряд совпадает {n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words lie between the copies</source>
        <translation>
            <numerusform>Между копиями {n} слово</numerusform>
            <numerusform>Между копиями {n} слова</numerusform>
            <numerusform>Между копиями {n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words of others inside a turn were taken out.</source>
        <translation>
            <numerusform>Убрано {n} чужое слово внутри реплики.</numerusform>
            <numerusform>Убраны {n} чужих слова внутри реплик.</numerusform>
            <numerusform>Убрано {n} чужих слов внутри реплик.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words removed</source>
        <translation>
            <numerusform>{n} слово убрано</numerusform>
            <numerusform>{n} слова убраны</numerusform>
            <numerusform>{n} слов убрано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words that nobody said were taken out.</source>
        <translation>
            <numerusform>Убрано {n} слово, которого никто не говорил.</numerusform>
            <numerusform>Убраны {n} слова, которых никто не говорил.</numerusform>
            <numerusform>Убрано {n} слов, которых никто не говорил.</numerusform>
        </translation>
    </message>
    <message>
        <source>{option} has no effect on the format {format}</source>
        <translation>{option} не действует на формат {format}</translation>
    </message>
    <message>
        <source>{option}: there is no {name}. There are: {known}.</source>
        <translation>{option}: {name} не бывает. Есть: {known}.</translation>
    </message>
    <message>
        <source>{path} already exists. Open it, or choose another name.</source>
        <translation>Файл {path} уже есть. Откройте его или выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} не читается: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>Не удалось прочитать {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Try a copy of it.</source>
        <translation>Не удаётся прочитать {path}: {reason}. Попробуйте копию файла.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Copy it to a folder of your own and open the copy.</source>
        <translation>В файл {path} нельзя записать. Скопируйте его в свою папку и откройте копию.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>Не удаётся записать {path}: {reason}. Выберите другое место.</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name and the folder.</source>
        <translation>Файла {path} нет. Проверьте имя и папку.</translation>
    </message>
    <message>
        <source>{path} does not hold what it should. Nothing was changed; open it again, or an earlier backup.</source>
        <translation>В {path} не то, что должно быть. Ничего не изменено; откройте файл заново или восстановите резервную копию.</translation>
    </message>
    <message>
        <source>{path} has {size} MB, the limit is {limit} MB. Divide it.</source>
        <translation>Файл {path} занимает {size} МБ, предел — {limit} МБ. Разделите его.</translation>
    </message>
    <message>
        <source>{path} holds a training set. Choose another folder, or have it written anew.</source>
        <translation>В {path} уже есть обучающая выборка. Выберите другую папку или запишите её заново.</translation>
    </message>
    <message>
        <source>{path} holds files that are no part of the training set, such as {name}. Move them.</source>
        <translation>В {path} есть файлы, не входящие в обучающую выборку, например {name}. Перенесите их.</translation>
    </message>
    <message>
        <source>{path} holds no transcripts. Add some with annotator import.</source>
        <translation>В проекте {path} нет звонков. Добавьте их: annotator import.</translation>
    </message>
    <message>
        <source>{path} holds things that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation>В файле {path} есть то, чего annotator не пишет ({names}). На всякий случай он не открыт.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation>{path} — это папка. Выберите файл в ней.</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation>{path} — это папка. Укажите имя файла в ней.</translation>
    </message>
    <message>
        <source>{path} is already open in this program.</source>
        <translation>Файл {path} уже открыт в этой программе.</translation>
    </message>
    <message>
        <source>{path} is being written to all the time. Try again in a moment.</source>
        <translation>В {path} всё время что-то записывается. Попробуйте ещё раз чуть позже.</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Open a copy from before.</source>
        <translation>Файл {path} повреждён и оставлен как есть. Откройте прежнюю копию.</translation>
    </message>
    <message>
        <source>{path} is no annotator project. Import it instead if it is a transcript.</source>
        <translation>{path} — не проект annotator. Если это расшифровка, импортируйте её.</translation>
    </message>
    <message numerus="yes">
        <source>{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.</source>
        <translation>
            <numerusform>{path} — не папка, а в проекте {n} звонок. Укажите папку после -o или один звонок через --transcript.</numerusform>
            <numerusform>{path} — не папка, а в проекте {n} звонка. Укажите папку после -o или один звонок через --transcript.</numerusform>
            <numerusform>{path} — не папка, а в проекте {n} звонков. Укажите папку после -o или один звонок через --transcript.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is no folder. Choose another name.</source>
        <translation>{path} — не папка. Выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Choose a project file.</source>
        <translation>{path} — не обычный файл. Выберите файл проекта.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Remove it and try again.</source>
        <translation>{path} — не обычный файл. Удалите его и попробуйте снова.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Save the transcript to a file and choose that.</source>
        <translation>{path} — не обычный файл. Сохраните расшифровку в файл и выберите его.</translation>
    </message>
    <message>
        <source>{path} is not empty. Choose a new or empty folder.</source>
        <translation>Папка {path} не пуста. Выберите новую или пустую.</translation>
    </message>
    <message>
        <source>{path} is not what annotator learn --export of this version has written.</source>
        <translation>{path} — не то, что записывает annotator learn --export этой версии.</translation>
    </message>
    <message>
        <source>{path} is of a kind that annotator does not write. It was left as it is; open a copy from before.</source>
        <translation>Файлов такого вида, как {path}, annotator не пишет. Файл оставлен как есть; откройте более раннюю копию.</translation>
    </message>
    <message>
        <source>{path} is open on {host} by {user} since {since}. Open it for reading, or a copy.</source>
        <translation>{path} открыт на {host} пользователем {user} с {since}. Откройте его для чтения или откройте копию.</translation>
    </message>
    <message>
        <source>{path} is open. Close it, or take a copy of it, and try again.</source>
        <translation>{path} открыт. Закройте его или возьмите его копию и попробуйте снова.</translation>
    </message>
    <message>
        <source>{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.</source>
        <translation>{path} — исходная расшифровка. Укажите другое имя после -o или --overwrite, чтобы заменить её.</translation>
    </message>
    <message>
        <source>{path} may not be read. Ask its owner for the right to read it.</source>
        <translation>Нет прав прочитать {path}. Попросите доступ у владельца файла.</translation>
    </message>
    <message>
        <source>{path} may not be written. Choose another folder.</source>
        <translation>В {path} писать нельзя. Выберите другую папку.</translation>
    </message>
    <message>
        <source>{path} may not be written. Close it, or choose another folder.</source>
        <translation>Записать {path} не разрешено. Закройте этот файл в других программах или выберите другую папку.</translation>
    </message>
    <message>
        <source>{path} stands beside files that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation>Рядом с {path} лежат файлы, которых annotator никогда не пишет ({names}). Для безопасности он не открыт.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of annotator. Update annotator to open it.</source>
        <translation>Файл {path} создан более новой версией annotator. Чтобы открыть его, обновите annotator.</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.</source>
        <translation>Пока файл {path} был открыт, его переместили, удалили или заменили. Изменения больше не сохраняются; откройте его заново.</translation>
    </message>
    <message>
        <source>{path} would be overwritten by its own result. Give another name after -o.</source>
        <translation>Результат записался бы поверх {path}. Укажите другое имя после -o.</translation>
    </message>
    <message>
        <source>{path}: all is as it was written</source>
        <translation>{path}: всё осталось таким, как было записано</translation>
    </message>
    <message numerus="yes">
        <source>{path}: learned on {date} from {n} calls</source>
        <translation>
            <numerusform>{path}: изучено {date} на {n} звонке</numerusform>
            <numerusform>{path}: изучено {date} на {n} звонках</numerusform>
            <numerusform>{path}: изучено {date} на {n} звонках</numerusform>
        </translation>
    </message>
    <message>
        <source>{path}: nothing has been learned yet.</source>
        <translation>{path}: пока ничего не изучено.</translation>
    </message>
    <message>
        <source>{path}: nothing is learned any more</source>
        <translation>{path}: изученное забыто</translation>
    </message>
    <message>
        <source>{path}: the backup of {date} was put back</source>
        <translation>{path}: возвращена резервная копия от {date}</translation>
    </message>
    <message>
        <source>{path}: there are no backups</source>
        <translation>{path}: резервных копий нет</translation>
    </message>
    <message>
        <source>{path}: there are no two versions of a call</source>
        <translation>{path}: нет двух версий звонка</translation>
    </message>
    <message>
        <source>{path}: there is no such folder. Create it.</source>
        <translation>{path}: такой папки нет. Создайте её.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: {n} finished calls</source>
        <translation>
            <numerusform>{path}: {n} готовый звонок</numerusform>
            <numerusform>{path}: {n} готовых звонка</numerusform>
            <numerusform>{path}: {n} готовых звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % like transcript {id}</source>
        <translation>на {percent} % как расшифровка {id}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} из {total}</translation>
    </message>
    <message numerus="yes">
        <source>{place} of {total}, {n} decided</source>
        <translation>
            <numerusform>{place} из {total}, решено: {n}</numerusform>
            <numerusform>{place} из {total}, решено: {n}</numerusform>
            <numerusform>{place} из {total}, решено: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation>{place} из {total}: {name}</translation>
    </message>
    <message>
        <source>{project} topics</source>
        <translation>{project} темы</translation>
    </message>
    <message>
        <source>{said}, {percent} % of the time</source>
        <translation>{said}, {percent} % времени</translation>
    </message>
    <message numerus="yes">
        <source>{same} of {n} places the same</source>
        <translation>
            <numerusform>Совпадает {same} из {n} места</numerusform>
            <numerusform>Совпадает {same} из {n} мест</numerusform>
            <numerusform>Совпадает {same} из {n} мест</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} %  {name}</source>
        <translation>{share} %  {name}</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} из {known}</translation>
    </message>
    <message>
        <source>{some} of {total}</source>
        <translation>{some} из {total}</translation>
    </message>
    <message>
        <source>{speaker} has turns. Merge with another speaker instead.</source>
        <translation>У спикера {speaker} есть реплики. Объедините его с другим спикером.</translation>
    </message>
    <message>
        <source>{speaker} speaks as a client does: {words}</source>
        <translation>{speaker} говорит как клиент: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks as an agent does: {words}</source>
        <translation>{speaker} говорит как сотрудник: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks there as the other does elsewhere: {words}</source>
        <translation>{speaker} в этих репликах говорит так, как в остальных говорит другой: {words}</translation>
    </message>
    <message>
        <source>{speaker} was removed. Undo brings it back.</source>
        <translation>Спикер {speaker} удалён. Отмена вернёт его.</translation>
    </message>
    <message>
        <source>{table}: {read} rows read, {lost} lost, {pages} pages damaged</source>
        <translation>{table}: строк прочитано {read}, потеряно {lost}, страниц повреждено {pages}</translation>
    </message>
    <message>
        <source>{text} is not a number from 0 to 1</source>
        <translation>{text} — не число от 0 до 1</translation>
    </message>
    <message>
        <source>{text} is not a number of turns</source>
        <translation>{text} — не число реплик</translation>
    </message>
    <message>
        <source>{text} is not three shares, such as 80,10,10</source>
        <translation>{text} — не три доли, например 80,10,10</translation>
    </message>
    <message>
        <source>{time} a call</source>
        <translation>{time} на звонок</translation>
    </message>
    <message>
        <source>{time} is no time: left out.</source>
        <translation>{time} — не время: опущено.</translation>
    </message>
    <message numerus="yes">
        <source>{turns} of {n} turns</source>
        <translation>
            <numerusform>{turns} из {n} реплики</numerusform>
            <numerusform>{turns} из {n} реплик</numerusform>
            <numerusform>{turns} из {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>{turns}, {percent} % of the words</source>
        <translation>{turns}, {percent} % слов</translation>
    </message>
    <message>
        <source>{what} (by {who})</source>
        <translation>{what} ({who})</translation>
    </message>
    <message>
        <source>{where}, “{text}”</source>
        <translation>{where}, «{text}»</translation>
    </message>
    <message>
        <source>{words} words</source>
        <translation>слов: {words}</translation>
    </message>
    <message>
        <source>{words} words changed</source>
        <translation>изменено слов: {words}</translation>
    </message>
    <message>
        <source>“{action}”</source>
        <translation>«{action}»</translation>
    </message>
    <message>
        <source>“{label}” does not look like a speaker here: kept as words of the turn above.</source>
        <translation>«{label}» здесь не похоже на спикера: оставлено словами предыдущей реплики.</translation>
    </message>
    <message>
        <source>“{left}” agrees with “{right}” across the border</source>
        <translation>«{left}» и «{right}» согласованы, но между ними граница</translation>
    </message>
    <message>
        <source>“{left}” is torn from its verb “{right}”</source>
        <translation>Слово «{left}» оторвано от глагола «{right}»</translation>
    </message>
    <message>
        <source>“{pattern}”: a brace is not closed, or not opened. Write for example {example}.</source>
        <translation>«{pattern}»: скобка не закрыта или не открыта. Напишите, например, {example}.</translation>
    </message>
    <message>
        <source>“{phrase}” is on the list already.</source>
        <translation>«{phrase}» уже есть в списке.</translation>
    </message>
    <message>
        <source>“{text}” does not say which words tell which side. Write for example {name}, {sign} or {none}.</source>
        <translation>«{text}» не говорит, какие слова определяют какую сторону. Напишите, например, {name}, {sign} или {none}.</translation>
    </message>
    <message>
        <source>“{text}” names no columns. Write for example text=3,speaker=2.</source>
        <translation>«{text}» не называет столбцов. Напишите, например, text=3,speaker=2.</translation>
    </message>
    <message>
        <source>“{time}” is damaged: the time that cannot be read is left out.</source>
        <translation>«{time}» повреждено: нечитаемое время пропущено.</translation>
    </message>
    <message>
        <source>“{value}” is none of {known}</source>
        <translation>«{value}» не из списка: {known}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, and by the other turns the other speaker is {name}</source>
        <translation>«{words}» — обращение к {name}, и судя по другим репликам так зовут другого спикера</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, but by the other turns this speaker is {name}</source>
        <translation>«{words}» — обращение к {name}, но судя по другим репликам так зовут самого говорящего</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker is {name}</source>
        <translation>«{words}» говорит {by}, а другой спикер — {name}</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker says “{other}”</source>
        <translation>«{words}» говорит {by}, а другой спикер говорит «{other}»</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but elsewhere this speaker says “{other}”</source>
        <translation>«{words}» говорит {by}, но в других местах этот спикер говорит «{other}»</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but this speaker is {name}</source>
        <translation>«{words}» говорит {by}, но этого спикера зовут {name}</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, and by the other turns this speaker is the client</source>
        <translation>«{words}» говорит клиент, и судя по другим репликам этот спикер — клиент</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, but by the other turns this speaker is the agent</source>
        <translation>«{words}» говорит клиент, но судя по другим репликам этот спикер — оператор</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, and by the other turns this speaker is the agent</source>
        <translation>«{words}» говорит оператор, и судя по другим репликам этот спикер — оператор</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, but by the other turns this speaker is the client</source>
        <translation>«{words}» говорит оператор, но судя по другим репликам этот спикер — клиент</translation>
    </message>
    <message>
        <source>“{words}” stands before it</source>
        <translation>Перед ним стоит «{words}»</translation>
    </message>
    <message>
        <source>“{word}” often begins a reply</source>
        <translation>Со слова «{word}» часто начинается ответ</translation>
    </message>
    <message>
        <source>“{word}” often ends a turn</source>
        <translation>Словом «{word}» часто кончается реплика</translation>
    </message>
</context>
</TS>
