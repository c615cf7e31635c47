"""Given names that are common in news, by who bears them as a rule. Own compilation."""

from __future__ import annotations

from typing import Final

MALE: Final = frozenset(
    """
    Aaron Abdel Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Akbar Alan Albert Alberto Alejandro
    Aleksandr Aleksei Alex Alexander Alexandre Alexei Alexey Alexis Alfred Ali Alistair Allan Allen Amir
    Amit Anatoly Anders Andre André Andreas Andrei Andrew Andrey Andriy Andrzej Andy Anthony Antoine
    Anton Antonio António Antony Anwar Aristide Arne Arnold Arthur Arturo Ashraf Asif Atal Avi Barack
    Barry Bashar Bart Ben Benedict Benjamin Bernard Bernie Bertrand Bill Billy Bob Bobby Boris Brad
    Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Calvin Cameron Carl Carlos Cesar
    César Chad Charles Charlie Chen Chris Christian Christoph Christophe Christopher Chuck Clarence
    Claude Claudio Clint Clive Colin Connor Craig Curtis Cyril Dale Damian Damien Dan Daniel Daniele
    Danny Dario Darren Daryl Dave David Davide Dean Dennis Derek Derrick Desmond Devin Didier Diego
    Dieter Dimitri Dinesh Dmitri Dmitriy Dmitry Dominic Dominique Don Donald Douglas Doug Duncan Dustin
    Dwight Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Ehud Elias Elijah Elliot Elon Emil Emmanuel
    Emmerson Enrique Eric Erik Ernest Ernesto Ethan Eugene Evan Evgeny Fabio Faisal Felipe Felix
    Ferdinand Fernando Fidel Filippo Floyd Francesco Francis Francisco Franco François Frank Franklin
    Franz Fred Frederick Friedrich Gabriel Gareth Garry Gary Gavin Gavriel Gene Geoff Geoffrey George
    Georges Georgi Gerald Gerard Gerhard Gianni Gilbert Giles Giovanni Giuseppe Glen Glenn Gordon Graeme
    Graham Grant Greg Gregor Gregory Guillermo Gunnar Günter Gustavo Guy Habib Hamid Hank Hans Harald
    Harold Harry Harvey Hasan Hassan Hector Heinz Helmut Henri Henrik Henry Herbert Herman Hernan Hosni
    Howard Hubert Hugh Hugo Hussein Ian Ibrahim Igor Imran Ingo Ioannis Isaac Ismail Ivan Jack Jackson
    Jacob Jacques Jaime Jair Jake Jamal James Jamie Jan Jared Jaroslav Jason Javier Jay Jean Jeff Jeffrey
    Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joachim Joao João Joe Joel Joey Johan Johann Johannes John
    Johnny Jon Jonas Jonathan Jordan Jorge José Jose Josef Joseph Josh Joshua Juan Julian Julien Julio
    Julius Jürgen Justin Kamal Karim Karl Karol Keith Ken Kenneth Kevin Khaled Khalid Kiran Kirk Klaus
    Kofi Konrad Konstantin Kumar Kurt Kyle Lance Larry Lars Laurent Lawrence Lech Lee Leo Leon Leonard
    Leonid Leopoldo Leroy Leslie Lewis Li Liam Lindsey Lionel Lloyd Louis Luc Luca Lucas Ludwig Luigi
    Luis Luiz Lukas Luke Maciej Mahmoud Majed Malcolm Manuel Marc Marcel Marcelo Marco Marcos Marcus
    Mariano Mario Mark Markus Martin Marty Marvin Masoud Massimo Mateusz Mathieu Matt Matteo Matteo
    Matthew Matthias Maurice Mauricio Max Maxim Maxime Maximilian Mehdi Mehmet Michael Michel Miguel
    Mikael Mike Mikhail Mikheil Milan Milos Miloš Mitch Mitchell Mohamed Mohammad Mohammed Mohamud Morgan
    Morris Moshe Muammar Muhammad Murray Mustafa Najib Narendra Nasser Nathan Nathaniel Neal Ned Neil
    Nelson Nicholas Nick Nicolás Nicolas Nigel Nikita Niklas Nikolai Nikolay Nils Noah Noam Noel Norman
    Oleg Oleksandr Oliver Olivier Olaf Omar Oscar Osama Otto Owen Pablo Paolo Pascal Pat Patrice Patrick
    Paul Paulo Pavel Pawel Pedro Perry Pete Peter Petr Petro Phil Philip Philippe Phillip Pier Pierre
    Pieter Piotr Prakash Prayut Qasem Quentin Rafael Rafiq Rahul Raj Rajesh Ralph Ramon Ramzan Randal
    Randall Randy Rashid Raul Raúl Ravi Ray Raymond Recep Reggie Rémy René Rex Ricardo Rich Richard Rick
    Ricky Rob Robert Roberto Robin Rod Rodney Rodrigo Roger Roland Roman Romano Ron Ronald Ronnie Rory
    Ross Roy Ruben Rudolf Rudolph Rudy Rupert Russ Russell Rustam Ryan Saad Saddam Sadiq Saeed Said Saif
    Salah Salman Salvador Salvatore Sam Sami Samuel Sanjay Scott Sean Sebastian Sebastián Serge Sergei
    Sergey Sergio Seth Seung Shane Shaun Shawn Shimon Shinzo Sidney Silvio Simon Spencer Stan Stanley
    Stefan Stefano Stelios Stephan Stephane Stéphane Stephen Sterling Steve Steven Stewart Stuart Sunil
    Suresh Sven Taro Tariq Ted Terence Terrence Terry Theo Theodore Theodoros Thierry Thomas Tim Timo
    Timothy Tobias Toby Todd Tom Tomas Tomasz Tommy Tony Travis Trevor Tyler Ulrich Umar Uri Valery
    Václav Vadim Vasily Victor Vijay Viktor Vikram Vince Vincent Vitaly Vito Vladimir Volodymyr Vojislav
    Vyacheslav Wade Wallace Walter Wang Warren Wayne Wen Werner Wesley Will Willem William Willie Wilson
    Winston Wolfgang Wolodymyr Woody Xavier Xi Yahya Yair Yannis Yasser Yevgeny Yitzhak Yoav Yoshihide
    Yuri Yusuf Yves Zach Zachary Zhang Zhou Zoran
    """.split()
)

FEMALE: Final = frozenset(
    """
    Abigail Adele Adriana Agnes Aisha Alejandra Alexandra Alexandria Alice Alicia Alina Alison Allison
    Alma Alyssa Amanda Amber Amelia Amélie Amina Amy Ana Anastasia Andrea Angela Angelina Angie Anita
    Anja Anke Ann Anna Annabel Anne Annegret Annette Annie Antonia April Ariana Ashley Asma Astrid Audrey
    Aung Ayesha Barbara Beata Beatrice Beatriz Becky Bella Benazir Bernadette Beth Betsy Betty Beverly
    Bianca Birgit Bonnie Brenda Brianna Bridget Brigitte Brittany Camila Camilla Camille Carla Carly
    Carmen Carol Carole Caroline Carolina Carolyn Carrie Cassandra Catalina Catherine Cathy Cecilia
    Céline Chantal Charlene Charlotte Chelsea Cheryl Chiara Chloe Christiane Christina Christine Cindy
    Claire Clara Claudia Colleen Condoleezza Corinne Cristina Cynthia Daisy Dana Daniela Danielle Daphne
    Dawn Deb Debbie Deborah Debra Delia Denise Diana Diane Dianne Dilma Dina Dolores Dominika Donna Dora
    Doris Dorothy Edith Eileen Elaine Eleanor Elena Elise Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily
    Emma Erica Erika Erin Esther Eva Eve Evelyn Faith Farah Fatima Faye Federica Fiona Flora Florence
    Frances Francesca Françoise Gabriela Gabriella Gail Gemma Genevieve Georgia Georgina Geraldine
    Gillian Gina Gisele Giulia Gloria Golda Grace Greta Gretchen Gwen Hannah Hanan Harriet Hazel Heather
    Heidi Helen Helena Helene Helga Hilary Hillary Hind Holly Hope Huda Ida Ilhan Ilona Imelda Indira
    Ines Inga Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Ivanka Ivy Jacinda Jackie
    Jacqueline Jana Jane Janet Janice Jasmine Jeanette Jeanne Jen Jenna Jennifer Jenny Jessica Jill Jo
    Joan Joanna Joanne Jocelyn Jodie Johanna Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie
    Juliet June Justine Kaitlyn Kamala Karen Karin Karla Kate Katharina Katherine Kathleen Kathryn Kathy
    Katie Katrina Kay Kayla Kayleigh Keiko Kelly Kerry Khadija Kim Kimberly Kirsten Kirstie Kirstjen
    Klara Kristen Kristin Kristina Latifa Laura Lauren Layla Lea Leah Leila Lena Leonie Leticia Liana
    Lila Lilian Lillian Lily Linda Lindsay Lisa Liz Liza Lois Loretta Lorraine Louisa Louise Lucia Lucy
    Ludmila Luisa Lydia Lynn Lynne Mabel Madeleine Madison Magdalena Maggie Maia Malala Mandy Manuela
    Margaret Margarita Margarethe Margot Maria María Mariam Marian Marianne Marie Marilyn Marina Marine
    Marjorie Marlene Marsha Marta Martha Martina Mary Maryam Matilda Maureen Maxine May Maya Megan Meghan
    Melania Melanie Melinda Melissa Mercedes Meredith Mia Michaela Michele Michelle Mildred Mimi Mina
    Miriam Molly Mona Monica Monika Monique Muriel Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha
    Nicola Nicole Nicky Nikki Nina Noor Nora Norma Oksana Olga Olivia Olya Paige Pamela Patricia Patsy
    Patty Paula Pauline Peggy Penelope Penny Petra Phoebe Phyllis Pilar Polly Priscilla Priti Priyanka
    Rachel Ramona Rania Rashida Rebecca Regina Renata Renee Rhonda Rita Roberta Rosa Rosalind Rosario
    Rose Roseanne Rosemary Rosie Roxanne Ruth Sabine Sabrina Sadie Sally Samantha Samira Sandra Sandy
    Sara Sarah Sasha Savannah Selena Shannon Sharon Sheila Shelly Sherry Shirley Shirin Sian Sigrid
    Silvia Simone Sofia Sonia Sonja Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan Susana Susanna
    Susanne Suzanne Svetlana Sylvia Tamara Tammy Tania Tanya Tara Tatiana Teresa Teri Tessa Thelma
    Theresa Tiffany Tina Tracey Traci Tracy Ulrike Ursula Valentina Valerie Vanessa Vera Veronica
    Veronika Vicki Vicky Victoria Viola Violet Virginia Vivian Wanda Wendy Whitney Winnie Xiomara Yasmin
    Yolanda Yulia Yvette Yvonne Zainab Zara Zeinab Zoe Zuzana
    """.split()
)
GIVEN: Final = MALE | FEMALE

PARTICLES: Final = frozenset(
    "al el bin bint ibn abu ben de da das do dos del della der den di du la le ten ter van von zu y".split()
)
"""Words in lower case inside names of people."""
