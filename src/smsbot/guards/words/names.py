"""Common first names, by which "this isn't maria" is told from "this isn't working". Names that are
words too (Will, Mark, Rich) are left out: they count where they are written with a capital."""

NAMES = """
aaron abby abdul abigail abraham adam adrian adriana agnes ahmed aidan aiden aimee alan albert
alberto alejandra alejandro alex alexa alexander alexandra alexis alfred alfredo ali alice alicia
alison allen allison alma alvin alyssa amanda amber amelia amina amy ana andre andrea andres andrew
andy angel angela angelica angelina angie anita ann anna anne annie anthony antoine antonio april
ariana arlene arnold arthur arturo ashley audrey aurelie austin ava barbara barry beatrice beatriz
becky ben benjamin bernard bernice bert beth bethany betty beverly bianca blake bob bobby bonnie
brad bradley brandi brandon brenda brendan brent brett brian brianna bridget brittany brooke bruce
bryan caitlin caleb calvin camille candace carl carla carlos carmen carol carole carolina caroline
carolyn carrie casey catherine cathy cecilia cedric celia cesar chad charlene charles charlie
charlotte chelsea cheryl chloe chris christina christine christopher christy cindy claire clara
claude claudia clayton clement clifford clyde cody colin colleen connie connor corey courtney craig
cristina crystal curtis cynthia daisy dale damien dan dana daniel daniela danielle danny darlene
darrell darren dave david deanna debbie deborah debra denise dennis derek derrick devin diana diane
diego dmitri dolores dominic don donald donna doris dorothy doug douglas duane dustin dwayne dylan
earl eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elijah elizabeth ella
ellen elodie elsie emilie emily emma emmanuel enrique eric erica erik erika erin ernest esmeralda
esteban esther ethan etienne eugene eva evan evelyn fatima felicia felix fernando florence fran
frances francis francisco francois fred frederic gabriel gabriela gail gary genevieve geoffrey
george georgia gerald gerard gina giovanni gladys glen glenn gloria gordon greg gregory guadalupe
guillaume guillermo gustavo hannah harold harry heather hector heidi helen helene henri henry
herbert holly howard hugo ian ibrahim ignacio irene iris isaac isabel isabella isabelle ivan jackie
jackson jaclyn jacob jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared
jasmine jason javier jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse
jessica jessie jill jim jimmy joan joann joanna joanne joe joel johanna john johnny jon jonathan
jordan jorge jose joseph josh joshua joyce juan juana juanita judith judy julia julian juliana julie
julien julio june justin kaitlyn karen karina karl karla kate katelyn katherine kathleen kathryn
kathy katie katrina kayla keith kelly kelsey ken kendra kenneth kenny kevin khalid kim kimberly kirk
kristen kristin kristina kristy kurt kyle lance larry latoya laura lauren laurent laurie lawrence
leah lee leo leon leonard leroy leslie leticia liam lillian linda lindsay lindsey lisa lloyd logan
lois lola lopez lori lorraine louis louise lucas lucia lucie lucy luis luke luz lydia lynn mackenzie
madeline madison manuel marc marcia marco marcos marcus margaret maria mariah marianne marie marilyn
mario marion marissa marjorie marlene marsha martha martin martine marvin mary mateo mathieu matt
matthew maureen maurice max maxime megan mehdi melanie melinda melissa melvin mercedes meredith
michael michel michele michelle miguel mike mildred mindy miranda mohamed mohammed moises molly
monica monique morgan muhammad nadine nancy naomi natalia natalie natasha nate nathalie nathan
nathaniel neil nelson nicholas nick nicolas nicole nina noah noel noemi nora norma norman olga
oliver olivia omar oscar pablo pam pamela patricia patrick patty paul paula pauline pedro peggy
penny perry peter phil philip philippe phillip phyllis pierre priscilla rachel rafael ralph ramon
randall randy raquel raul ray raymond rebecca regina renee ricardo rick ricky rita robert roberta
roberto robin rodney rodolfo rodrigo roger roland ron ronald ronnie rosa rosario ross roy ruben
russell ruth ryan sabrina sally sam samantha samuel sandra sara sarah saul scott sean sebastian
sergio seth shane shannon sharon shaun shawn sheila shelby shelly sheri sherri sherry shirley sierra
simon sofia sonia sophia sophie stacey stacy stan stanley stella stephanie stephen steve steven
stuart susan suzanne sydney sylvia sylvie tamara tammy tanya tara taylor ted teresa terry theodore
theresa thierry thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tristan
troy tyler tyrone valentina valerie vanessa vera vernon veronica vicki vicky victor victoria vincent
virginia vivian wade walter wanda warren wayne wendy wesley whitney wilfred william willie xavier
yasmin yolanda yvonne zachary zoe
"""

NOT_NAMES = frozenset(
    [
        "sure",
        "home",
        "available",
        "ready",
        "done",
        "going",
        "interested",
        "able",
        "happy",
        "here",
        "there",
        "him",
        "her",
        "me",
        "mine",
        "it",
        "that",
        "working",
        "right",
        "good",
        "ok",
        "okay",
        "fair",
        "true",
        "funny",
        "helpful",
        "correct",
        "urgent",
        "possible",
        "acceptable",
        "what",
        "how",
        "who",
        "why",
        "when",
        "where",
        "an",
        "a",
        "the",
        "my",
        "your",
        "our",
        "his",
        "their",
        "for",
        "from",
        "of",
        "in",
        "on",
        "at",
        "by",
        "with",
        "to",
        "so",
        "too",
        "very",
        "much",
        "many",
        "all",
        "enough",
        "only",
        "just",
        "even",
        "yet",
        "now",
        "today",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "spam",
        "scam",
        "real",
        "free",
        "new",
        "old",
        "bad",
        "great",
        "nice",
        "fun",
        "cool",
        "hot",
        "cold",
        "warm",
        "clean",
        "an",
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
        "english",
        "american",
        "denver",
        "aurora",
        "boulder",
        "french",
        "mexican",
        "italian",
        "spanish",
        "a",
        "an",
    ]
)
"""Words that may stand with a capital after "this isn't" and "I'm not" and are nobody's name."""
