package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;

/**
 * The people of a rehearsed meeting. Units take turns in their {@link Mood}: one is clearly above the threshold, one
 * exactly on it, one above with open doubts, one below. What a sheet says under other rules for crosses is not
 * foreseen.
 */
public final class Respondents {

    /** In a thousand rows people leave 6 empty, overmark 3, alter 4 and cross 3; the sources give no figures. */
    private static final Odds<Mood.Outcome> SLIPS = Odds.of(Mood.Outcome.SATISFIED, 984)
            .or(Mood.Outcome.BLANK, 6)
            .or(Mood.Outcome.OVERMARKED, 3)
            .or(Mood.Outcome.ALTERED, 4)
            .or(Mood.Outcome.CROSSED, 3);

    private final Meeting meeting;
    private final Map<String, Form> forms;
    private final Seed seed;
    private final Map<String, List<Mood.Outcome>> overall = new HashMap<>();

    /**
     * @param forms by id, at least those that the meeting's respondent types fill in
     */
    public Respondents(Meeting meeting, Map<String, Form> forms, Seed seed) {
        this.meeting = meeting;
        this.forms = Map.copyOf(forms);
        this.seed = seed;
        for (int i = 0; i < meeting.units().size(); i++) {
            Unit unit = meeting.units().get(i);
            Mood mood = Mood.values()[i % Mood.values().length];
            int sheets = meeting.respondentTypes().stream()
                    .mapToInt(type -> meeting.respondents(unit, type))
                    .sum();
            List<Mood.Outcome> outcomes = new ArrayList<>(mood.outcomes(sheets, meeting.rules().threshold()));
            shuffle(outcomes, seed.child(unit.id()).random());
            overall.put(unit.id(), List.copyOf(outcomes));
        }
    }

    /**
     * What one respondent does with the sheet for a unit.
     *
     * @param number which of the respondents of this type that rate the unit, from 0
     * @throws IllegalArgumentException when there are not so many
     */
    public Filling filling(Unit unit, RespondentType type, int number) {
        if (number < 0 || number >= meeting.respondents(unit, type)) {
            throw new IllegalArgumentException("respondent " + number + " of " + type.id() + " for " + unit.id());
        }
        Form form = forms.get(type.form());
        RandomGenerator random = seed.child(unit.id()).child(type.id()).child(number).random();
        Hand hand = Hand.of(random);
        Answers answers = Answers.of(form, meeting.rules());
        Mood.Outcome mine = overall.get(unit.id()).get(before(unit, type) + number);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (Form.Item item : form.items()) {
            boolean first = item.equals(form.overall());
            rows.put(item.id(), gestures(first ? mine : follow(mine, random), hand, answers, random));
        }
        return Filling.of(hand, rows);
    }

    private int before(Unit unit, RespondentType type) {
        return meeting.respondentTypes().stream()
                .takeWhile(t -> !t.equals(type))
                .mapToInt(t -> meeting.respondents(unit, t))
                .sum();
    }

    /** Most items are rated as the whole is; who hands in an empty sheet leaves all of it empty. */
    private static Mood.Outcome follow(Mood.Outcome overall, RandomGenerator random) {
        Mood.Outcome slip = SLIPS.draw(random);
        if (overall == Mood.Outcome.UNFILLED) {
            return Mood.Outcome.UNFILLED;
        } else if (slip != Mood.Outcome.SATISFIED) {
            return slip;
        }
        boolean content = overall != Mood.Outcome.NOT_SATISFIED;
        return random.nextInt(100) < 78 == content ? Mood.Outcome.SATISFIED : Mood.Outcome.NOT_SATISFIED;
    }

    private static List<Gesture> gestures(Mood.Outcome outcome, Hand hand, Answers answers, RandomGenerator random) {
        Shape habit = hand.habit();
        return switch (outcome) {
            case SATISFIED -> List.of(new Gesture(habit, answers.satisfied(random)));
            case NOT_SATISFIED -> List.of(new Gesture(habit, answers.other(random)));
            case BLANK, UNFILLED -> List.of();
            case OVERMARKED -> answers.pair(random).stream().map(o -> new Gesture(habit, o)).toList();
            case CROSSED -> List.of(new Gesture(Shape.CROSS, answers.satisfied(random)));
            case ALTERED -> altered(habit, answers.pair(random));
        };
    }

    private static List<Gesture> altered(Shape habit, List<String> pair) {
        List<Gesture> gestures = new ArrayList<>();
        gestures.add(new Gesture(habit, pair.get(0)));
        gestures.add(new Gesture(Shape.SCRIBBLE, pair.get(0)));
        pair.stream().skip(1).forEach(second -> gestures.add(new Gesture(habit, second)));
        return gestures;
    }

    /** Fisher–Yates; here because {@code Collections.shuffle} takes only the older generator. */
    static <T> void shuffle(List<T> things, RandomGenerator random) {
        for (int i = things.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T kept = things.get(i);
            things.set(i, things.get(j));
            things.set(j, kept);
        }
    }
}
